// SPDX-License-Identifier: Apache-2.0
package org.vo4he.harvest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.store.FindingRecord;

/// `--report`: one line of JSON for each file, and a last one with the sums.
final class ReportWriter implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Writer> out;

    private ReportWriter(Optional<Writer> out) {
        this.out = out;
    }

    static ReportWriter to(Optional<Path> file) throws HarvestException {
        try {
            if (file.isEmpty()) {
                return new ReportWriter(Optional.empty());
            }
            BufferedWriter writer = Files.newBufferedWriter(file.get());
            return new ReportWriter(Optional.of(writer));
        } catch (IOException failure) {
            throw new HarvestException(
                    "The report " + file.get() + " cannot be written: " + failure.getMessage(), failure);
        }
    }

    /// @param outcome empty for a file that is gone
    void file(String path, Optional<String> outcome, Change change, List<String> dids, List<FindingRecord> findings)
            throws HarvestException {
        if (out.isEmpty()) {
            return;
        }
        ObjectNode line = JSON.createObjectNode();
        line.put("path", path);
        outcome.ifPresent(word -> line.put("outcome", word.toLowerCase(Locale.ROOT)));
        line.put("change", change.name().toLowerCase(Locale.ROOT));
        ArrayNode ids = line.putArray("dids");
        dids.forEach(ids::add);
        findings(line, findings);
        write(line);
    }

    /// Findings about what is no file: a folder, a link.
    void place(String path, List<FindingRecord> findings) throws HarvestException {
        if (out.isPresent()) {
            ObjectNode line = JSON.createObjectNode();
            line.put("path", path);
            findings(line, findings);
            write(line);
        }
    }

    private static void findings(ObjectNode line, List<FindingRecord> findings) {
        ArrayNode list = line.putArray("findings");
        for (FindingRecord finding : findings) {
            list.addObject()
                    .put("code", finding.code())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("where", finding.where())
                    .put("message", finding.message());
        }
    }

    void sums(HarvestReport report) throws HarvestException {
        if (out.isPresent()) {
            ObjectNode line = JSON.createObjectNode();
            ObjectNode sums = JSON.valueToTree(report);
            sums.put("seen", report.seen());
            line.set("sums", sums);
            write(line);
        }
    }

    private void write(ObjectNode line) throws HarvestException {
        try {
            out.orElseThrow().write(line + "\n");
        } catch (IOException failure) {
            throw new HarvestException("The report cannot be written: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() throws HarvestException {
        try {
            if (out.isPresent()) {
                out.get().close();
            }
        } catch (IOException failure) {
            throw new HarvestException("The report cannot be written: " + failure.getMessage(), failure);
        }
    }
}
