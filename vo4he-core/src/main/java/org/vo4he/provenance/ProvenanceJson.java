// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/// Provenance as JSON text: tolerant in reading, one compact form in writing.
///
/// The written text holds printable ASCII only (0x20 to 0x7E, anything else as `\\uXXXX`), because a FITS
/// ASCII table can hold nothing else (FITS 4.0, section 7.2.5). It is the same for equal documents: no clock,
/// no random order.
public final class ProvenanceJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ProvenanceJson() {}

    /// A document, and a sentence for each thing in its text that was odd but could be read.
    public record Reading(ProvenanceDocument document, List<String> remarks) {

        public Reading {
            remarks = List.copyOf(remarks);
        }
    }

    /// Reads the seed's form (`{"provenance": […]}`), a bare list of steps, a single step, or our superset.
    public static Reading read(String text) throws ProvenanceFormatException {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at character " + e.getLocation().getCharOffset();
            throw new ProvenanceFormatException("not JSON" + where + ": " + JsonFault.sentence(e));
        }
        return new ProvenanceReader().read(root);
    }

    /// The superset form; with the seed's content only it is the seed's form.
    public static String write(ProvenanceDocument document) {
        return printable(ProvenanceTree.of(document));
    }

    static String printable(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node).replace("\u007f", "\\u007f");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree cannot fail to print", e);
        }
    }
}
