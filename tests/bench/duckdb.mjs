// duckdb.mjs: the naive job in DuckDB's SQL: cut each list at commas, look each name up in a table, count by product.
// usage: node duckdb.mjs CATALOG.csv NAMES.json THREADS   (with @duckdb/node-api beside it)
// It knows no brackets, no synonyms, no sections and gives no verdict: the least that a scan could do.
import { DuckDBInstance } from "@duckdb/node-api";
import { readFileSync } from "node:fs";

const [catalog, names, threads] = process.argv.slice(2);
const quoted = (text) => "'" + text.replaceAll("'", "''") + "'";
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(`SET threads = ${Number(threads)}`);
await connection.run("CREATE TABLE listed (name VARCHAR, category VARCHAR)");
const rows = Object.entries(JSON.parse(readFileSync(names, "utf8"))).map((row) => `(${row.map(quoted).join(", ")})`);
await connection.run(`INSERT INTO listed VALUES ${rows.join(", ")}`);
await connection.run(`COPY (
    SELECT sku, count(category) AS hits, string_agg(DISTINCT category, '; ') AS categories
    FROM (SELECT sku, lower(trim(unnest(string_split(ingredients, ',')))) AS name
          FROM read_csv(${quoted(catalog)}, header = true, all_varchar = true, delim = ',', quote = '"'))
    LEFT JOIN listed USING (name) GROUP BY sku) TO '/dev/null' (FORMAT csv)`);
