# SPDX-License-Identifier: Apache-2.0
"""Many asynchronous queries at a running server: time of each from POST to its end, and resident memory."""

import http.client
import statistics
import sys
import time
import urllib.parse

host, pid, jobs, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
connection = http.client.HTTPConnection(host)
QUERY = urllib.parse.urlencode({"QUERY": "SELECT COUNT(*) AS n FROM tap_schema.tables", "FORMAT": "csv", "PHASE": "RUN"})
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def ask(method, path, body=None, headers={}):
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    return answer.status, answer.getheader("Location"), text


def submit():
    status, location, text = ask("POST", "/tap/async", QUERY, FORM)
    assert status == 303, text
    return urllib.parse.urlparse(location).path


def wait(job):
    while True:
        text = ask("GET", job + "?WAIT=-1")[2]
        if "<uws:phase>COMPLETED<" in text:
            return
        assert "<uws:phase>QUEUED<" in text or "<uws:phase>EXECUTING<" in text, text


def resident():
    with open(f"/proc/{pid}/status") as lines:
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def timed(action, count):
    times = []
    for _ in range(count):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)


for action in (lambda: ask("POST", "/tap/sync", QUERY, FORM), lambda: wait(submit())):
    timed(action, 200)
sync = timed(lambda: ask("POST", "/tap/sync", QUERY, FORM), 200)
job = timed(lambda: wait(submit()), 200)
print(f"one after the other, median of 200: {sync:.1f} ms as a synchronous query, {job:.1f} ms as a job")
for number in range(rounds):
    start = time.perf_counter()
    made = [submit() for _ in range(jobs)]
    for each in made:
        wait(each)
    seconds = time.perf_counter() - start
    for each in made:
        ask("DELETE", each)
    print(f"round {number + 1}: {jobs} jobs in {seconds:.1f} s, {seconds / jobs * 1e3:.1f} ms each; resident {resident():.0f} MB")
