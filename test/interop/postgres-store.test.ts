/** The claims of PostgresStore against the server that run.mjs has installed. */
import "../search/postgres-store.test";
