// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.store.LinkedProduct.Related;
import org.vo4he.store.LinkedProduct.Unlisted;

/// The content of a row of `vo4he.neighbours`, as JSON in the database.
sealed interface Neighbour {

    /// More than these in one relation are counted, not listed.
    int MOST = 100;

    /// A product with what headers, names and provenance say belongs to it, or it to.
    ///
    /// @param groups names of the groups whose members are its siblings
    record Told(ProductCard card, List<String> groups, List<Related> related, List<Unlisted> unlisted)
            implements Neighbour {}

    /// A DID that tags declare.
    ///
    /// @param dids of the products that declare it; those that are not withdrawn if there are such
    record Alias(List<String> dids) implements Neighbour {}

    /// Products of one observation, the first by DID.
    ///
    /// @param all how many there are
    record Group(long all, List<ProductCard> members) implements Neighbour {}

    /// Names of groups: no DID begins so.
    static String wholeField(String observation) {
        return "field " + observation;
    }

    static String ofSource(String observation, String source) {
        return "source " + observation + "\n" + source;
    }

    static String ofAnySource(String observation) {
        return "sources " + observation;
    }

    /// The groups whose members are siblings of a product.
    static List<String> groups(String observation, String source) {
        return List.of(
                wholeField(observation), source.isEmpty() ? ofAnySource(observation) : ofSource(observation, source));
    }

    /// FNV-1a of 64 bits over the UTF-16 units, its bits mixed: equal names have equal keys, others very rarely.
    static long key(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 33;
    }

    JsonFactory JSON = new ObjectMapper().getFactory();

    /// Keys: `c` card, `g` groups, `r` related, `u` unlisted, `a` alias, `n` number and `m` members of a group.
    default String json() {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            switch (this) {
                case Told told -> write(json, told);
                case Alias alias -> writeTexts(json, "a", alias.dids());
                case Group group -> {
                    json.writeNumberField("n", group.all());
                    json.writeArrayFieldStart("m");
                    for (ProductCard member : group.members()) {
                        write(json, member);
                    }
                    json.writeEndArray();
                }
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Told told) throws IOException {
        json.writeFieldName("c");
        write(json, told.card());
        writeTexts(json, "g", told.groups());
        json.writeArrayFieldStart("r");
        for (Related related : told.related()) {
            json.writeString(related.relation().name());
            write(json, related.target());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("u");
        for (Unlisted unlisted : told.unlisted()) {
            json.writeString(unlisted.relation().name());
            json.writeNumber(unlisted.all());
        }
        json.writeEndArray();
    }

    private static void writeTexts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ProductCard card) throws IOException {
        json.writeStartArray();
        json.writeString(card.did());
        json.writeString(card.shortId());
        json.writeString(card.path());
        json.writeString(card.role());
        json.writeString(card.dataproductType().orElse(null));
        json.writeString(card.instrument().orElse(null));
        json.writeString(card.mediaType());
        json.writeNumber(card.size());
        json.writeNumber(card.withdrawn() ? 1 : 0);
        json.writeEndArray();
    }

    static Neighbour read(String json) {
        try (var parser = JSON.createParser(json)) {
            JsonNode tree = parser.readValueAsTree();
            return tree.has("c") ? told(tree) : tree.has("a") ? new Alias(texts(tree.get("a"))) : group(tree);
        } catch (IOException damaged) {
            throw new IllegalStateException("the store holds JSON it did not write: " + json, damaged);
        }
    }

    private static Told told(JsonNode tree) {
        List<Related> related = new ArrayList<>();
        JsonNode pairs = tree.get("r");
        for (int i = 0; i < pairs.size(); i += 2) {
            related.add(new Related(Relation.valueOf(pairs.get(i).textValue()), card(pairs.get(i + 1))));
        }
        List<Unlisted> unlisted = new ArrayList<>();
        JsonNode counts = tree.get("u");
        for (int i = 0; i < counts.size(); i += 2) {
            unlisted.add(new Unlisted(
                    Relation.valueOf(counts.get(i).textValue()),
                    counts.get(i + 1).longValue()));
        }
        return new Told(card(tree.get("c")), texts(tree.get("g")), related, unlisted);
    }

    private static Group group(JsonNode tree) {
        List<ProductCard> members = new ArrayList<>();
        tree.get("m").forEach(member -> members.add(card(member)));
        return new Group(tree.get("n").longValue(), members);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static ProductCard card(JsonNode card) {
        return new ProductCard(
                card.get(0).textValue(),
                card.get(1).textValue(),
                card.get(2).textValue(),
                card.get(3).textValue(),
                Optional.ofNullable(card.get(4).textValue()),
                Optional.ofNullable(card.get(5).textValue()),
                card.get(6).textValue(),
                card.get(7).longValue(),
                card.get(8).intValue() == 1);
    }
}
