// SPDX-License-Identifier: Apache-2.0
package org.vo4he.samples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vo4he.testkit.FitsBuilder;
import org.vo4he.testkit.FitsTable;

/// Small spectra that carry provenance, written into a folder.
///
/// @param didPrefix what the publisher DIDs of the folder's files begin with
public record TracedFiles(Path folder, String didPrefix) {

    private static final String SHA = "sha256:" + "ab12".repeat(16);

    /// A grouped spectrum of a spectrum of a calibrated event list of a raw one: told by DID, by checksum, by name.
    public void chain() throws Exception {
        product("raw/obs.evt");
        product(
                "clean/obs.evt",
                step("calibrate", "in raw/obs.evt did=" + didPrefix + "raw/obs.evt", "out obs.evt checksum=" + SHA));
        product("spec/a.pha", step("extract", "in other-name.evt checksum=" + SHA, "out a.pha"));
        product("plot/b.pha", step("group", "in a.pha", "out b.pha"));
    }

    /// A spectrum that carries these steps; no two files alike.
    public void product(String path, String... steps) throws Exception {
        product(path, "DATASUM", "", steps);
    }

    /// As [#product(String, String...)], with a card that tells of its calibration.
    public void calibrated(String path, String keyword, String value, String... steps) throws Exception {
        product(path, keyword, value, steps);
    }

    /// As [#product(String, String...)], with a DATASUM card.
    public void summed(String path, String datasum, String... steps) throws Exception {
        product(path, "DATASUM", datasum, steps);
    }

    private void product(String path, String keyword, String value, String[] steps) throws Exception {
        String json = "{\"provenance\":[" + String.join(",", steps) + "]}";
        FitsBuilder fits = new FitsBuilder();
        fits.primary().card("ORIGNAME", path);
        FitsTable spectrum = fits.table("SPECTRUM")
                .card("HDUCLASS", "OGIP")
                .card("HDUCLAS1", "SPECTRUM")
                .column("CHANNEL", "I", 1, 2)
                .column("COUNTS", "J", 4, 5);
        if (!value.isEmpty()) {
            spectrum.card(keyword, value);
        }
        if (steps.length > 0) {
            fits.table("VO-TAGS").column("provenance", json.length() + "A", json);
        }
        Files.createDirectories(folder.resolve(path).getParent());
        fits.write(folder.resolve(path));
    }

    /// A step in the superset; each argument is `in path key=value …`, `out path …`.
    public static String step(String name, String... files) {
        List<String> args = new ArrayList<>();
        for (String file : files) {
            String[] words = file.split(" ");
            StringBuilder keys = new StringBuilder("\"path\":\"" + words[1] + "\"");
            if (!file.contains(" location=")) {
                keys.append(",\"location\":\"/far\"");
            }
            for (int i = 2; i < words.length; i++) {
                String[] pair = words[i].split("=", 2);
                String value = pair[0].equals("size") ? pair[1] : "\"" + pair[1] + "\"";
                keys.append(",\"").append(pair[0]).append("\":").append(value);
            }
            args.add("{\"index\":" + (args.size() + 1) + ",\"" + (words[0].equals("in") ? "inputdata" : "outputdata")
                    + "\":{\"description\":\"d\",\"editable\":false," + keys + "}}");
        }
        return "{\"name\":\"" + name + "\",\"started\":\"2026-03-01T12:00:00\",\"args\":[" + String.join(",", args)
                + "]}";
    }
}
