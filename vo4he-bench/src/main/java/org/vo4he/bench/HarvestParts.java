// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Says which part of a harvest took which share of the processor, from the samples of a flight recording
/// (`jdk.CPUTimeSample`). Compilers and the collector are no Java threads: they are what is left of the whole.
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

    private HarvestParts() {}

    /// @param arguments the recording, and the processor seconds of the whole process
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("two arguments are expected: a recording, and processor seconds");
        }
        Map<String, Double> seconds = new LinkedHashMap<>();
        PARTS.forEach(part -> seconds.put(part.getKey(), 0.0));
        for (RecordedEvent event : RecordingFile.readAllEvents(Path.of(arguments[0]))) {
            if (event.getEventType().getName().equals("jdk.CPUTimeSample") && event.getStackTrace() != null) {
                double period = event.getDuration("samplingPeriod").toNanos() / 1e9;
                seconds.merge(part(event.getStackTrace().getFrames()), period, Double::sum);
            }
        }
        double sampled = seconds.values().stream().mapToDouble(part -> part).sum();
        seconds.put("compilers, collector", Math.max(0, Double.parseDouble(arguments[1]) - sampled));
        seconds.forEach((part, spent) -> System.out.printf(Locale.ROOT, "  %-24s %7.2f s%n", part, spent));
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
