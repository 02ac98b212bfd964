# The MCP server over HTTP, on port 5000:
#
#   docker build -t mixpanel-data .
#   docker run -p 5000:5000 mixpanel-data
#
# Clients send their service account in a header; docs/mcp.md says how. Local tables live in
# /data. With --read-only, give it a place for them: --tmpfs /data:uid=65534 --tmpfs /tmp

FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /source
COPY . .
RUN mvn -B -ntp -q -P '!gates' -Dmaven.test.skip=true -Dspotless.check.skip=true \
        package -pl mixpanel-data-cli -am && \
    java -cp 'mixpanel-data-cli/target/mp/lib/*' dev.mixpaneldata.cli.launch.DistributionLayout \
        mixpanel-data-cli/target/mp/lib /app
# A Java of what the server uses alone, a fifth of a whole one.
RUN jlink --strip-debug --no-header-files --no-man-pages --compress=2 --output /java --add-modules \
    java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.unsupported,jdk.zipfs

FROM debian:bookworm-slim
# Charts are drawn with these.
RUN apt-get update && \
    apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core libstdc++6 && \
    rm -rf /var/lib/apt/lists/* && \
    mkdir /data && chown 65534:65534 /data
COPY --from=build /java /java
COPY --from=build /app /app
# The user nobody.
USER 65534:65534
ENV HOME=/data MP_DATA_DIR=/data MIXPANEL_MCP_SERVER_PORT=5000
WORKDIR /data
VOLUME /data
EXPOSE 5000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$MIXPANEL_MCP_SERVER_PORT && printf 'GET /health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"ok\"' <&3"]
ENTRYPOINT ["/java/bin/java", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx256m", "-cp", "/app/*", \
    "dev.mixpaneldata.mcp.McpServerMain", "--transport", "http", "--host", "0.0.0.0"]
