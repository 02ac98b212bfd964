#!/usr/bin/env python3
"""Asks mixpanel-data and ClickHouse the same questions about the same events, in turns.

ClickHouse runs in this process (the PyPI package chdb): one MergeTree table ordered by event, day
and user, `properties` as its JSON type, loaded from the files that Mixpanel's export sent.

    pip install chdb
    python3 benchmarks/asking.py PARTS DATABASE [ROUNDS] [--class-path CLASSPATH]

PARTS is a folder of `*.jsonl.gz`; DATABASE the DuckDB file with the table `events` of the same
days. The first ask of each question is shown apart; then it waits until the index is there.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time

import chdb.session

QUESTIONS = {
    "by_plan": """
        SELECT toDate(time) AS day, properties.plan.:String AS plan, count() FROM events
        WHERE event = 'App Opened' GROUP BY day, plan""",
    "by_model": """
        SELECT toDate(time) AS day, properties.`$model`.:String AS model, count() FROM events
        WHERE event = 'App Opened' GROUP BY day, model""",
    "by_session": """
        WITH top AS (SELECT properties.`$session_id`.:String AS s FROM events
          WHERE event = 'App Opened' GROUP BY s ORDER BY count() DESC, s LIMIT 60)
        SELECT toDate(time) AS day, properties.`$session_id`.:String AS s, count() FROM events
        WHERE event = 'App Opened' AND s IN top GROUP BY day, s""",
    "users_a_week": """
        SELECT toMonday(time) AS week, uniqExact(user) FROM events
        WHERE event = 'App Opened' GROUP BY week""",
    "funnel": """
        SELECT level, count() FROM (
          SELECT user, windowFunnel(172800000)(toUInt64(toUnixTimestamp64Milli(time)),
            event = 'Item Viewed', event = 'Add to Cart', event = 'Purchase') AS level
          FROM events WHERE event IN ('Item Viewed', 'Add to Cart', 'Purchase') GROUP BY user)
        GROUP BY level""",
    "retention": """
        WITH born AS (SELECT user, min(time) AS t FROM events WHERE event = 'Sign Up' GROUP BY user)
        SELECT toDate(born.t) AS day, intDiv(toUnixTimestamp64Milli(e.time)
            - toUnixTimestamp64Milli(born.t), 86400000) AS n, uniqExact(e.user)
        FROM events AS e INNER JOIN born ON e.user = born.user
        WHERE e.event = 'App Opened' AND e.time > born.t AND n < 7 GROUP BY day, n""",
    "frequency": """
        SELECT week, days, count() FROM (
          SELECT toMonday(time) AS week, user, uniqExact(toDate(time)) AS days FROM events
          WHERE event = 'App Opened' GROUP BY week, user)
        GROUP BY week, days""",
    "sum_by_property": """
        SELECT toDate(time) AS day, sum(ifNull(properties.amount.:Float64, 0)
            + ifNull(properties.amount.:Int64, 0)) FROM events
        WHERE event = 'Purchase' GROUP BY day""",
    "p90": """
        SELECT toDate(time) AS day, quantileExact(0.9)(properties.results.:Int64) FROM events
        WHERE event = 'Search' GROUP BY day""",
    "cohort": """
        SELECT toDate(time) AS day, count() FROM events
        WHERE event = 'App Opened'
          AND user IN (SELECT user FROM events WHERE event = 'Purchase') GROUP BY day""",
    "flows": """
        WITH anchors AS (SELECT user, min(time) AS t FROM events WHERE event = 'Add to Cart'
            AND time >= '2026-01-10' AND time < '2026-01-17' GROUP BY user)
        SELECT path, count() FROM (
          SELECT e.user, arraySlice(arrayMap(x -> x.2, arraySort(groupArray((e.time, e.event)))), 1, 3)
            AS path
          FROM events AS e INNER JOIN anchors AS a ON e.user = a.user
          WHERE e.time > a.t AND e.time <= a.t + INTERVAL 1 DAY
            AND e.time >= '2026-01-10' AND e.time < '2026-01-18' GROUP BY e.user)
        GROUP BY path""",
}


def load(session, parts):
    session.query("CREATE DATABASE IF NOT EXISTS b")
    session.query("USE b")
    if session.query("EXISTS TABLE b.events", "CSV").data().strip() == "1":
        return
    session.query(
        """CREATE TABLE events (event LowCardinality(String), time DateTime64(3, 'UTC'),
             user String, properties JSON)
           ENGINE = MergeTree ORDER BY (event, toDate(time), user)"""
    )
    start = time.time()
    session.query(
        f"""INSERT INTO events
            SELECT event, fromUnixTimestamp64Milli(properties.time.:Int64, 'UTC'),
              ifNull(properties.distinct_id.:String, ''), properties
            FROM file('{parts}/*.jsonl.gz', 'JSONEachRow', 'event String, properties JSON')
            SETTINGS max_threads = 2"""
    )
    print(f"ClickHouse loaded in {time.time() - start:.0f} s", flush=True)


class Ours:
    def __init__(self, class_path, database):
        self.process = subprocess.Popen(
            ["java", "-Xmx512m", "-cp", class_path]
            + ["dev.mixpaneldata.benchmarks.AskingProgram", database],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        self.process.stdout.readline()

    def ask(self, name):
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()
        return [float(n) for n in self.process.stdout.readline().split()]


def wait_for_index(database):
    """Waits until no build has run for a moment."""
    folder = database + ".index"
    seen, since = None, time.time()
    while time.time() - since < 8:
        now = sorted((f, os.path.getsize(os.path.join(folder, f))) for f in os.listdir(folder)) \
            if os.path.isdir(folder) else None
        if now != seen:
            seen, since = now, time.time()
        time.sleep(0.5)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("parts")
    options.add_argument("database")
    options.add_argument("rounds", nargs="?", type=int, default=5)
    options.add_argument("--class-path", required=True)
    options.add_argument("--clickhouse", default="/var/tmp/mixpanel-data-chdb")
    given = options.parse_args()
    session = chdb.session.Session(given.clickhouse)
    load(session, given.parts)
    ours = Ours(given.class_path, given.database)
    first = {name: ours.ask(name)[0] for name in QUESTIONS}
    wait_for_index(given.database)
    mine, theirs = ({name: [] for name in QUESTIONS} for _ in range(2))
    for turn in range(given.rounds + 1):
        for name, sql in QUESTIONS.items():
            wall = ours.ask(name)[0]
            start = time.time()
            result = session.query(sql + " SETTINGS max_threads = 2", "CSV")
            their_wall = (time.time() - start) * 1000
            if result.has_error():
                sys.exit(f"{name}: {result.error_message()}")
            if turn > 0:
                mine[name].append(wall)
                theirs[name].append(their_wall)
    print(f"{'question':<18}{'first ms':>10}{'ours ms':>10}{'ClickHouse':>12}{'ratio':>8}")
    for name in QUESTIONS:
        a, b = statistics.median(mine[name]), statistics.median(theirs[name])
        print(f"{name:<18}{first[name]:>10.0f}{a:>10.0f}{b:>12.0f}{a / b:>8.2f}")


if __name__ == "__main__":
    main()
