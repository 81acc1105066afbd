# The bot as one container: docker build -t liaison . && docker run -e LIAISON_BOT_TOKEN_FILE=... liaison
FROM python:3.11-slim AS build
RUN python -m venv /opt/liaison
WORKDIR /src
# The locks first: a change of the program alone does not fetch everything anew.
COPY requirements-run.lock requirements-map.lock ./
RUN /opt/liaison/bin/pip install --no-cache-dir --require-hashes -r requirements-run.lock
# Borders for maps, when they are asked for: docker build --build-arg MAP=true
ARG MAP=
RUN [ "$MAP" != true ] || /opt/liaison/bin/pip install --no-cache-dir --require-hashes -r requirements-map.lock
COPY . .
RUN /opt/liaison/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/liaison liaison
COPY --from=build /opt/liaison /opt/liaison
ENV PATH=/opt/liaison/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    LIAISON_LOG_FORMAT=json \
    LIAISON_DATABASE_URL=sqlite:////var/lib/liaison/liaison.sqlite3
USER liaison
WORKDIR /var/lib/liaison
# SQLite's file and what else must outlive the container; PostgreSQL needs none of it.
VOLUME /var/lib/liaison
HEALTHCHECK --interval=60s --timeout=20s --start-period=30s CMD ["liaison", "doctor", "--alive"]
ENTRYPOINT ["liaison"]
CMD ["run"]
