"""Write what the program says now into the documentation: `python -m tests.docs.refresh`.

It makes the generated pages anew, and puts what is printed now under every console example and
every mistake of CONTRIBUTING.md. Read the difference before committing it: a test can only say
that page and program agree, not that both are right.
"""

from __future__ import annotations

from pathlib import Path

from tests.docs import console, guide, pages

WITH_EXAMPLES = ("README.md", "CONTRIBUTING.md", "docs/architecture.md")


def texts() -> dict[Path, str]:
    """Every page that is made or holds examples, with the text that it should hold."""
    found = pages.generated()
    for name in WITH_EXAMPLES:
        page = console.refreshed(console.read(pages.ROOT / name))
        found[pages.ROOT / name] = guide.refreshed(page) if name == "CONTRIBUTING.md" else page
    return found


def main() -> None:
    for path, text in texts().items():
        if not path.exists() or console.read(path) != text:
            path.write_text(text, encoding="utf-8")
            print(f"refreshed {path.relative_to(pages.ROOT)}")


if __name__ == "__main__":
    main()
