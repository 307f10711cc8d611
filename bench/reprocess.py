# SPDX-License-Identifier: Apache-2.0
"""Many products made again at a running server: time of each from POST to its end, the part of it that the step itself
took by the log of its run, and resident memory."""

import datetime
import http.client
import json
import statistics
import sys
import time

host, pid, jobs, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
connection = http.client.HTTPConnection(host)
JSON = {"Content-Type": "application/json"}


def ask(method, path, body=None, headers={}):
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def submit(number):
    wish = {"id": "ivo://example.org/m82?core.pha", "force": True,
            "edits": [{"address": "region", "value": 'circle(148.96,69.68,%d")' % (20 + number % 100)}]}
    status, text = ask("POST", "/reprocessing", json.dumps(wish), JSON)
    assert status == 202, text
    return json.loads(text)["job"]


def wait(job):
    text = ask("GET", "/status/%s/events" % job)[1]
    over = json.loads(text.rsplit("event: end\ndata: ", 1)[1])
    assert over["phase"] == "COMPLETED", text
    return over


def moment(line):
    return datetime.datetime.fromisoformat(line.split()[0]).timestamp()


def resident():
    with open(f"/proc/{pid}/status") as lines:
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def one(number):
    start = time.perf_counter()
    job = submit(number)
    over = wait(job)
    whole = (time.perf_counter() - start) * 1e3
    log = over["log"]
    step = (moment(log[-1]) - moment(next(line for line in log if " step 1 of 1" in line))) * 1e3
    ask("POST", "/status/" + job, "action=discard", {"Content-Type": "application/x-www-form-urlencoded"})
    return whole, step


for number in range(300):
    one(number)
times = [one(number) for number in range(200)]
whole = statistics.median(each[0] for each in times)
step = statistics.median(each[1] for each in times)
over = statistics.median(each[0] - each[1] for each in times)
print(f"one after the other, median of 200: {whole:.1f} ms from POST to the end, {step:.1f} ms of it the step with its tags, "
      f"{over:.1f} ms all else")
for number in range(rounds):
    start = time.perf_counter()
    made = [submit(each) for each in range(jobs)]
    for each in made:
        wait(each)
    seconds = time.perf_counter() - start
    for each in made:
        ask("POST", "/status/" + each, "action=discard", {"Content-Type": "application/x-www-form-urlencoded"})
    print(f"round {number + 1}: {jobs} jobs in {seconds:.1f} s, {seconds / jobs * 1e3:.1f} ms each; resident {resident():.0f} MB")
