// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provsap;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.vo4he.provenance.ProvGraph;
import org.vo4he.store.EntityMatch;
import org.vo4he.store.Lineage;
import org.vo4he.store.ProductCard;

/// `RESPONSEFORMAT=VO4HE`: what the archive knows beyond W3C PROV: which files are products of it, how each was found,
/// rings, and whether the answer is whole.
final class LineageJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LineageJson() {}

    static String write(String id, Lineage lineage, String baseUrl) {
        ObjectNode root = JSON.createObjectNode()
                .put("id", id)
                .put("whole", lineage.isWhole())
                .put("goes_on", lineage.goesOn());
        ArrayNode files = root.putArray("files");
        lineage.graph().entities().forEach(entity -> files.add(file(entity, lineage, baseUrl)));
        ArrayNode runs = root.putArray("runs");
        lineage.graph().activities().forEach(run -> runs.add(run(run)));
        ArrayNode used = root.putArray("used");
        lineage.graph()
                .used()
                .forEach(each -> used.addObject().put("run", each.activity()).put("file", each.entity()));
        ArrayNode made = root.putArray("generated");
        lineage.graph()
                .generations()
                .forEach(each -> made.addObject().put("file", each.entity()).put("run", each.activity()));
        ArrayNode derived = root.putArray("derived");
        lineage.graph()
                .derivations()
                .forEach(each -> derived.addObject().put("file", each.entity()).put("from", each.from()));
        ArrayNode cycles = root.putArray("cycles");
        for (var ring : lineage.cycles()) {
            ArrayNode nodes = cycles.addArray();
            ring.forEach(nodes::add);
        }
        return root.toPrettyString();
    }

    private static ObjectNode file(ProvGraph.Entity entity, Lineage lineage, String baseUrl) {
        ObjectNode file = JSON.createObjectNode().put("id", entity.id()).put("name", entity.name());
        entity.location().ifPresent(text -> file.put("location", text));
        entity.checksum().ifPresent(text -> file.put("checksum", text));
        Optional<EntityMatch> match = Optional.ofNullable(lineage.matches().get(entity.id()));
        match.ifPresent(how -> file.put("matched", how.name().toLowerCase(Locale.ROOT)));
        Optional<ProductCard> product = Optional.ofNullable(lineage.products().get(entity.id()));
        product.ifPresent(card -> file.put("path", card.path())
                .put("withdrawn", card.withdrawn())
                .put("page", baseUrl + "/products/" + card.shortId()));
        return file;
    }

    private static ObjectNode run(ProvGraph.Activity activity) {
        ObjectNode run = JSON.createObjectNode().put("id", activity.id()).put("name", activity.name());
        activity.version().ifPresent(text -> run.put("version", text));
        activity.started().ifPresent(text -> run.put("started", text));
        activity.ended().ifPresent(text -> run.put("ended", text));
        activity.observed().ifPresent(text -> run.put("observed", text));
        return run;
    }
}
