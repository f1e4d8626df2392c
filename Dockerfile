# Flown as a container:
#
#   docker build -t flown .
#   docker run -e DISCORD_TOKEN -v flown:/data flown          # the Discord bot
#   docker run --rm flown ask "How many ATV-2 folders exist?" # one answer
#
# tests/packaging runs every step below in clean folders, without an engine.

FROM python:3.12-slim AS build
WORKDIR /src
COPY requirements-build.lock ./
RUN python -m pip install --no-cache-dir --only-binary :all: --require-hashes -r requirements-build.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot ./bot
COPY knowledge ./knowledge
RUN python -m pip wheel --no-deps --no-build-isolation --wheel-dir /dist .

FROM python:3.12-slim
WORKDIR /tmp/install
COPY requirements.lock ./
RUN python -m pip install --no-cache-dir --only-binary :all: --require-hashes -r requirements.lock
COPY --from=build /dist ./
RUN python -m pip install --no-cache-dir --no-index --no-deps flown-*.whl

# What servers told us outlives the container. The numbers own the folder and
# run the bot, so a cluster can check that it is not root.
RUN mkdir -p /data && chown 10001:10001 /data
ENV FLOWN_STORE=/data/flown.sqlite3 \
    HOME=/data \
    PYTHONUNBUFFERED=1
VOLUME /data
WORKDIR /data
USER 10001:10001

# Exec form: SIGTERM reaches the bot, which then says goodbye to Discord.
ENTRYPOINT ["flown"]
CMD ["run"]
