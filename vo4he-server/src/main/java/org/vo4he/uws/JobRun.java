// SPDX-License-Identifier: Apache-2.0
package org.vo4he.uws;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of a job, as its runner sees it: where to write, whom to tell, and when to stop. Safe on any thread.
public final class JobRun {

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final String jobId;
    private final Path folder;
    private final long maxBytes;
    private final List<Runnable> onCancel = new ArrayList<>();
    private volatile Progress progress;
    private boolean cancelled;

    JobRun(String jobId, Path folder, long maxBytes) {
        this.jobId = jobId;
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /// For the log.
    public String jobId() {
        return jobId;
    }

    /// The job's own; empty when the run begins.
    public Path folder() {
        return folder;
    }

    /// Most bytes that the job may leave in its folder.
    public long maxBytes() {
        return maxBytes;
    }

    /// Tells how far it is. Cheap, and not kept on disk.
    public void progress(Progress now) {
        progress = now;
    }

    /// Has `action` run when the run is cancelled, on another thread; at once when it was cancelled before. Actions
    /// must return soon: most stop a query, kill a process, or interrupt a thread.
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                onCancel.add(action);
                return;
            }
        }
        perform(action);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /// A file in the folder that takes no more than [#maxBytes]: one byte more is a [TooLargeException].
    public OutputStream create(String file) throws IOException {
        return new LimitedOutputStream(Files.newOutputStream(folder.resolve(file)), maxBytes);
    }

    /// Names a file of the folder as a result.
    public JobResult result(String id, String file, String mediaType) throws IOException {
        return new JobResult(id, file, mediaType, Files.size(folder.resolve(file)));
    }

    Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            cancelled = true;
            actions = List.copyOf(onCancel);
            onCancel.clear();
        }
        actions.forEach(this::perform);
    }

    private void perform(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("cancelling job {} failed", jobId, e);
        }
    }
}
