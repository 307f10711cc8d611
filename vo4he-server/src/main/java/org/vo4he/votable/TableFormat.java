// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votable;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The forms a table goes out in.
///
/// Each constant reads: media type, short word, URI of TAPRegExt's output formats, other names it is asked
/// for by.
public enum TableFormat {
    VOTABLE(
            "application/x-votable+xml",
            "votable",
            "ivo://ivoa.net/std/TAPRegExt#output-votable-td",
            "application/x-votable+xml;serialization=tabledata",
            "text/xml",
            "votable/td") {
        @Override
        public TableWriter writer(OutputStream out) {
            return new VotableWriter(out, new TabledataRows());
        }
    },
    BINARY2(
            "application/x-votable+xml;serialization=BINARY2",
            "votable/b2",
            "ivo://ivoa.net/std/TAPRegExt#output-votable-binary2") {
        @Override
        public TableWriter writer(OutputStream out) {
            return new VotableWriter(out, new Binary2Rows());
        }
    },
    CSV("text/csv;header=present", "csv", "", "text/csv") {
        @Override
        public TableWriter writer(OutputStream out) {
            return SeparatedWriter.commas(out);
        }
    },
    TSV("text/tab-separated-values", "tsv", "") {
        @Override
        public TableWriter writer(OutputStream out) {
            return SeparatedWriter.tabs(out);
        }
    };

    private final String mediaType;
    private final String shortWord;
    private final String ivoId;
    private final List<String> otherNames;

    TableFormat(String mediaType, String shortWord, String ivoId, String... otherNames) {
        this.mediaType = mediaType;
        this.shortWord = shortWord;
        this.ivoId = ivoId;
        this.otherNames = List.of(otherNames);
    }

    /// The format of this media type or short word, in any case and with or without blanks.
    public static Optional<TableFormat> named(String name) {
        String wanted = name.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> format.isCalled(wanted)).findFirst();
    }

    private boolean isCalled(String wanted) {
        return mediaType.toLowerCase(Locale.ROOT).equals(wanted)
                || shortWord.equals(wanted)
                || otherNames.contains(wanted);
    }

    public String mediaType() {
        return mediaType;
    }

    /// As in DALI 1.2, section 3.4.3: `csv`.
    public String shortWord() {
        return shortWord;
    }

    /// Empty where TAPRegExt has none.
    public String ivoId() {
        return ivoId;
    }

    /// The `Content-Type` for an answer to a request for `name`: what was asked for, where that says more.
    public String contentType(String name) {
        return "text/xml".equalsIgnoreCase(name.strip()) ? "text/xml;charset=utf-8" : mediaType;
    }

    /// A new writer; one writer writes one table.
    public abstract TableWriter writer(OutputStream out);
}
