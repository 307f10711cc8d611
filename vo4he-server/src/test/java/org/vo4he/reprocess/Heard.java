// SPDX-License-Identifier: Apache-2.0
package org.vo4he.reprocess;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.vo4he.diagnostics.Finding;

/// Keeps what a step tells.
///
/// @param spoke open once the step has said a line
record Heard(List<String> log, List<Finding> findings, CountDownLatch spoke) implements StepListener {

    Heard() {
        this(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>(), new CountDownLatch(1));
    }

    @Override
    public void progress(double fraction) {}

    @Override
    public void log(String line) {
        log.add(line);
        spoke.countDown();
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }
}
