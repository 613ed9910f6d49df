# Everything that needs a compiler happens here and stays here.
FROM node:24-bookworm-slim AS modules
# hnswlib-node is compiled. Without these the build still works and search compares every entry instead.
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
# Node's headers are in the image; without this node-gyp downloads them.
ENV npm_config_nodedir=/usr/local
WORKDIR /app
COPY package.json package-lock.json ./
# The package "node", which brings Node 24 to a developer's machine, is a devDependency and stays out: this image is Node 24.
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="Shirube" \
      org.opencontainers.image.description="Answers questions about security at small firms from METI's CPSF, with citations" \
      org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-4.0"
ENV NODE_ENV=production \
    DATA_DIR=/data \
    HOST=0.0.0.0 \
    PORT=3978
WORKDIR /app
COPY --from=modules /app/node_modules ./node_modules
COPY package.json LICENSE LICENSE-corpus.md ./
COPY main.ts server.ts cli.ts compose.ts config.ts ./
COPY adapters ./adapters
COPY bot ./bot
COPY commands ./commands
COPY corpus ./corpus
COPY evals ./evals
COPY retrieval ./retrieval
COPY start ./start
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "main.ts"]
