// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.vo4he.harvest.Progress;

/// A bar on standard error while a harvest runs, where there is a terminal to draw it on.
final class HarvestProgress implements Progress, AutoCloseable {

    private static final int REDRAW_MILLIS = 200;

    private final boolean shown;
    private ProgressBar bar;

    /// @param wanted whether the user wants to see it
    HarvestProgress(boolean wanted) {
        this.shown = wanted && System.console() != null && System.console().isTerminal();
    }

    @Override
    public void found(long files) {
        if (shown) {
            bar = new ProgressBarBuilder()
                    .setTaskName("harvest")
                    .setUnit(" files", 1)
                    .setInitialMax(files)
                    .setUpdateIntervalMillis(REDRAW_MILLIS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .build();
        }
    }

    @Override
    public void done(long files) {
        if (bar != null) {
            bar.stepBy(files);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
