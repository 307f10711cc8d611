// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vo4he.reprocess.LocalExecutor;
import org.vo4he.uws.Job;
import org.vo4he.uws.JobOrder;
import org.vo4he.uws.JobTimes;
import org.vo4he.uws.Phase;

/// What can be looked at of a job that runs.
class JobOutputsTest {

    @TempDir
    private Path folder;

    private Path written;

    @BeforeEach
    void write() throws Exception {
        Path work = Files.createDirectories(folder.resolve(LocalExecutor.DATA).resolve("1-extract"));
        written = Files.writeString(work.resolve("core.pha"), "counts");
        Files.writeString(folder.resolve(RunNotes.FILE), "{}");
    }

    private JobOutputs outputs() {
        return new JobOutputs(
                new Job(
                        "job",
                        new JobOrder(Optional.empty(), "s", Optional.empty(), "", List.of()),
                        Phase.EXECUTING,
                        new JobTimes(Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), Instant.MAX),
                        Duration.ofMinutes(1),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0),
                folder);
    }

    private List<String> names() throws Exception {
        return outputs().list().stream().map(JobStatus.Output::name).toList();
    }

    @Test
    void whatAStepWritesIsFoundAndNotWhatIsNotedOfTheRun() throws Exception {
        assertThat(names()).containsExactly("core.pha");
        assertThat(outputs().find("core.pha")).contains(written);
        assertThat(outputs().find(RunNotes.FILE)).isEmpty();
    }

    @Test
    void whatIsBroughtToItsPlaceIsFoundThereBeforeTheJobIsComplete() throws Exception {
        Path place = Files.move(written, folder.resolve("core.pha"));

        assertThat(outputs().find("core.pha")).contains(place);
        assertThat(names()).containsExactly("core.pha");
    }
}
