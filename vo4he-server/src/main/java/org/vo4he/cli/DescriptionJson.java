// SPDX-License-Identifier: Apache-2.0
package org.vo4he.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.vo4he.diagnostics.Finding;
import org.vo4he.mapping.RuleReport;
import org.vo4he.obscore.Origin;
import org.vo4he.obscore.Value;
import org.vo4he.product.FileDescription;
import org.vo4he.product.Product;

/// What a file is, as JSON for programs. The form is described in `docs/reference/command-line.md`.
final class DescriptionJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DescriptionJson() {}

    /// @param reports of the rules, if they were asked for
    static String of(FileDescription description, WrittenCards cards, List<RuleReport> reports) {
        return whole(description, cards, reports).toPrettyString();
    }

    /// File, outcome, products and findings.
    static ObjectNode whole(FileDescription description) {
        return whole(description, WrittenCards.of(description.file()), List.of());
    }

    private static ObjectNode whole(FileDescription description, WrittenCards cards, List<RuleReport> reports) {
        ObjectNode file = heading(description);
        ArrayNode products = file.putArray("products");
        description.products().forEach(product -> products.add(product(product, cards, description.findings())));
        file.set("findings", findings(description.findings()));
        description.identity().ifPresent(identity -> file.set("identity", MAPPER.valueToTree(identity)));
        if (!reports.isEmpty()) {
            file.set("rules", RuleReportText.json(reports));
        }
        return file;
    }

    /// File, outcome and findings.
    static ObjectNode summary(FileDescription description) {
        ObjectNode file = heading(description);
        file.set("findings", findings(description.findings()));
        return file;
    }

    private static ObjectNode heading(FileDescription description) {
        return NODES.objectNode()
                .put("file", description.file().toString())
                .put("outcome", word(description.outcome()));
    }

    static ArrayNode findings(List<Finding> findings) {
        ArrayNode array = NODES.arrayNode();
        for (Finding finding : findings) {
            array.addObject()
                    .put("severity", word(finding.severity()))
                    .put("code", finding.code().id())
                    .put("where", finding.where())
                    .put("message", finding.message());
        }
        return array;
    }

    private static ObjectNode product(Product product, WrittenCards cards, List<Finding> findings) {
        ObjectNode node = NODES.objectNode();
        node.put("hdu", product.hduIndex());
        node.put("name", product.hduName());
        node.put("role", word(product.role()));
        ObjectNode values = node.putObject("values");
        product.row().values().forEach((column, value) -> values.set(column.columnName(), value(value, cards)));
        ObjectNode nativeValues = node.putObject("native");
        product.nativeValues().forEach(nativeValues::put);
        ArrayNode calibration = node.putArray("calibration");
        product.calibration()
                .forEach(input -> calibration
                        .addObject()
                        .put("keyword", input.keyword())
                        .put("value", input.value())
                        .put("kind", input.kind()));
        ObjectNode declared = node.putObject("declared");
        product.declared().forEach((column, text) -> declared.put(column.columnName(), text));
        ArrayNode references = node.putArray("references");
        product.references()
                .forEach(reference -> references
                        .addObject()
                        .put("keyword", reference.keyword())
                        .put("name", reference.name()));
        product.carried().ifPresent(carried -> node.put("provenance", carried.json()));
        node.set("findings", findings(findings));
        return node;
    }

    private static ObjectNode value(Value value, WrittenCards cards) {
        ObjectNode node = NODES.objectNode();
        node.set("value", MAPPER.valueToTree(value.value()));
        node.set("origin", origin(value.origin(), cards));
        return node;
    }

    private static ObjectNode origin(Origin origin, WrittenCards cards) {
        ObjectNode node = NODES.objectNode().put("kind", origin.kind()).put("detail", origin.detail());
        if (origin instanceof Origin.Tag tag) {
            tag.recorded().ifPresent(from -> node.set("recorded", origin(from, cards)));
        }
        cards.of(origin)
                .forEach(card -> node.withArray("cards")
                        .addObject()
                        .put("keyword", card.keyword())
                        .put("text", card.value())
                        .put("comment", card.comment()));
        return node;
    }

    /// `NOT_FITS` as `not-fits`.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
