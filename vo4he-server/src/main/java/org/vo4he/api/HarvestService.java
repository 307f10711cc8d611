// SPDX-License-Identifier: Apache-2.0
package org.vo4he.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vo4he.http.ErrorStyle;
import org.vo4he.http.Request;
import org.vo4he.http.Response;
import org.vo4he.http.Router;
import org.vo4he.http.Routes;
import org.vo4he.http.ServiceException;

/// `POST /api/harvest`: brings the store up to date with the published folder. Needs the server's token.
///
/// Parameters: `FOLDER`, which must be the one that is served, and `DRYRUN`, `true` to look only. The answer is the
/// report: one line of JSON for each file and a last one with the sums.
public final class HarvestService implements Routes {

    /// Harvests.
    @FunctionalInterface
    public interface Harvester {

        /// @param report to be written
        /// @throws Refusal with a sentence for the caller, when the harvest can't begin
        void harvest(boolean dryRun, Path report) throws IOException, Refusal;
    }

    /// Why a harvest can't begin.
    public static final class Refusal extends Exception {

        private static final long serialVersionUID = 1;

        public Refusal(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    private final Harvester harvester;
    private final Path published;
    private final Path temporary;

    /// @param published the folder that is served
    /// @param temporary a folder for the report while it is written
    public HarvestService(Harvester harvester, Path published, Path temporary) {
        this.harvester = harvester;
        this.published = published;
        this.temporary = temporary;
    }

    @Override
    public void register(Router router) {
        router.errorsAs(ErrorStyle.TEXT).change("/api/harvest", this::harvest);
    }

    private Response harvest(Request request) throws IOException {
        String folder = request.parameters().one("FOLDER").orElse("");
        if (!folder.equals(published.toString())) {
            throw new ServiceException.Usage(
                    "this server publishes the folder " + published + ", not '" + folder + "'");
        }
        boolean dryRun =
                request.parameters().one("DRYRUN").filter("true"::equals).isPresent();
        Path report = Files.createTempFile(temporary, "harvest", ".jsonl");
        try {
            harvester.harvest(dryRun, report);
        } catch (Refusal e) {
            Files.delete(report);
            throw new ServiceException.Usage(e.getMessage());
        } catch (IOException | RuntimeException e) {
            Files.delete(report);
            throw e;
        }
        return Response.stream("application/jsonl", out -> {
            try {
                Files.copy(report, out);
            } finally {
                Files.delete(report); // Also when the client has left.
            }
        });
    }
}
