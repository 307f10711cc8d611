// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.http.ServiceException;
import org.vo4he.provenance.ShownPath;
import org.vo4he.store.ProductRecord;
import org.vo4he.store.StoreException;
import org.vo4he.uws.ErrorSummary;
import org.vo4he.uws.Job;
import org.vo4he.uws.JobParameter;
import org.vo4he.uws.Phase;
import org.vo4he.uws.Progress;
import org.vo4he.uws.Queue;

/// Tells of jobs: what the queue knows, what is noted in the job's folder, and what of it was published.
record JobStatuses(Queue queue, ReprocessRunner runner, Publisher publisher) {

    JobStatus of(Job job, boolean mayPublish) throws IOException {
        Path folder = queue.folder(job.id());
        Optional<RunNotes> notes = RunNotes.in(folder);
        Optional<Progress> progress = job.progress();
        boolean done = job.phase() == Phase.COMPLETED;
        int steps = progress.map(Progress::steps)
                .orElse(notes.map(each -> each.plan().path("steps").size()).orElse(0));
        return new JobStatus(
                job.id(),
                job.phase().name(),
                job.phase().isOver(),
                progress.map(Progress::step).orElse(done ? steps : 0),
                steps,
                progress.map(Progress::words).orElse(""),
                done ? 1 : runner.fraction(job.id()),
                LogTail.of(folder.resolve(ReprocessRunner.LOG_FILE)),
                remarks(notes),
                new JobOutputs(job, folder).list(),
                job.times().started(),
                job.times().ended(),
                job.error().map(ErrorSummary::message),
                job.note(),
                notes.flatMap(RunNotes::parent).or(() -> parameter(job, "ID")),
                changes(notes),
                published(job, notes),
                withdrawn(job, notes),
                job.times().destruction(),
                mayPublish
                        && done
                        && notes.filter(each -> !each.outputs().isEmpty()).isPresent());
    }

    private static Optional<String> parameter(Job job, String name) {
        return job.order().parameters().stream()
                .filter(each -> each.name().equals(name))
                .map(JobParameter::value)
                .findFirst();
    }

    private static List<JobStatus.Remark> remarks(Optional<RunNotes> notes) {
        List<JobStatus.Remark> remarks = new ArrayList<>();
        notes.ifPresent(each -> {
            add(each.plan().path("findings"), remarks);
            add(each.findings(), remarks);
        });
        return remarks;
    }

    private static void add(JsonNode findings, List<JobStatus.Remark> remarks) {
        findings.forEach(finding -> remarks.add(new JobStatus.Remark(
                finding.path("code").asText(),
                finding.path("severity").asText(),
                ShownPath.inText(finding.path("where").asText()),
                ShownPath.inText(finding.path("message").asText()))));
    }

    private static List<JobStatus.Changed> changes(Optional<RunNotes> notes) {
        List<JobStatus.Changed> changes = new ArrayList<>();
        notes.ifPresent(each -> each.plan()
                .path("changes")
                .forEach(change -> changes.add(new JobStatus.Changed(
                        change.path("address").asText(),
                        change.path("name").asText(),
                        text(change.path("old")),
                        text(change.path("new"))))));
        return changes;
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.ofNullable(value.textValue()).map(ShownPath::inText);
    }

    private List<JobStatus.Published> published(Job job, Optional<RunNotes> notes) {
        try {
            return publisher.published(job.id(), names(notes)).stream()
                    .map(product -> new JobStatus.Published(product.did(), product.shortId(), product.fileName()))
                    .toList();
        } catch (StoreException e) {
            throw unreadable(e);
        }
    }

    private List<String> withdrawn(Job job, Optional<RunNotes> notes) {
        try {
            return publisher.withdrawn(job.id(), names(notes)).stream()
                    .map(ProductRecord::did)
                    .toList();
        } catch (StoreException e) {
            throw unreadable(e);
        }
    }

    private static List<String> names(Optional<RunNotes> notes) {
        return notes.map(RunNotes::outputs).orElse(List.of()).stream()
                .map(RunNotes.Output::name)
                .toList();
    }

    private static ServiceException unreadable(StoreException e) {
        return new ServiceException.Internal("the store can't be read; the server's log says why", e);
    }
}
