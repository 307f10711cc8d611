// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The JSON Schemas (draft 2020-12) of provenance. A document that a schema accepts is read without a remark, and the
/// other way round, but for two arguments of one index, which no schema can tell.
public enum ProvenanceSchema {
    /// The form of the SVOM slides.
    SEED("provenance-seed.json"),

    /// The form with our keys besides.
    SUPERSET("provenance.json");

    private final String fileName;

    ProvenanceSchema(String fileName) {
        this.fileName = fileName;
    }

    /// Of the resource beside this class, and in addresses.
    public String fileName() {
        return fileName;
    }

    /// The schema.
    public String json() {
        try (InputStream in = ProvenanceSchema.class.getResourceAsStream(fileName)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
