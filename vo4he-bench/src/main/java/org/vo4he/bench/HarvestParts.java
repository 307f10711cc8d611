// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Says which part of a harvest took which share of the time that its Java threads ran, from the samples of a flight
/// recording. Compilers and the collector are no Java threads.
public final class HarvestParts {

    /// The first that a stack holds is the part it belongs to; the inner ones come first.
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("walk the folder", "org.vo4he.harvest.FolderWalk."),
            Map.entry("describe", "org.vo4he.harvest.Described."),
            Map.entry("make rows", "org.vo4he.harvest.EntryMaker."),
            Map.entry("provenance", "org.vo4he.store.ProvenanceLedger."),
            Map.entry("store", "org.vo4he.store.ChangedRows."),
            Map.entry("relations", "org.vo4he.store.Neighbourhoods."),
            Map.entry("open the store", "org.vo4he.store.Store.open"),
            Map.entry("commit, order, findings", "org.vo4he.store.Ledger."),
            Map.entry("the rest of the harvest", "org.vo4he.harvest."),
            Map.entry("start of the program", ""));

    /// In Java, and in the database.
    private static final Set<String> SAMPLES = Set.of("jdk.ExecutionSample", "jdk.NativeMethodSample");

    private HarvestParts() {}

    /// @param arguments the recording
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("one argument is expected: a recording");
        }
        Map<String, Integer> samples = new LinkedHashMap<>();
        PARTS.forEach(part -> samples.put(part.getKey(), 0));
        for (RecordedEvent event : RecordingFile.readAllEvents(Path.of(arguments[0]))) {
            if (SAMPLES.contains(event.getEventType().getName()) && event.getStackTrace() != null) {
                samples.merge(part(event.getStackTrace().getFrames()), 1, Integer::sum);
            }
        }
        int all = samples.values().stream().mapToInt(part -> part).sum();
        if (all == 0) {
            throw new IllegalStateException(arguments[0] + " holds no samples of Java threads");
        }
        samples.forEach((part, some) -> System.out.printf(Locale.ROOT, "  %-24s %5.1f %%%n", part, 100.0 * some / all));
    }

    private static String part(List<RecordedFrame> frames) {
        for (Map.Entry<String, String> part : PARTS) {
            for (RecordedFrame frame : frames) {
                String method = frame.getMethod().getType().getName() + "."
                        + frame.getMethod().getName();
                if (method.startsWith(part.getValue())) {
                    return part.getKey();
                }
            }
        }
        throw new IllegalStateException("the last part takes every stack");
    }
}
