// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vo4he.provenance.CarriedProvenance;
import org.vo4he.provenance.ProvGraph;
import org.vo4he.provenance.ProvGraph.Entity;
import org.vo4he.provenance.ProvGraph.Subject;
import org.vo4he.store.FileRecord.Lookup;

/// The graph of a product's provenance as rows of the tables `vo4he.prov_…`: values in the order of their columns.
final class ProvenanceRows {

    /// Documents without these words tell of no step and no parent: only of the origins of values.
    private static final List<String> WORDS = List.of("\"args\"", "\"parent_did\"", "\"observed\"");

    private static final String FILE = "urn:vo4he:file:";

    private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

    /// A product that carries provenance.
    ///
    /// @param links what the names in it led to
    /// @param lookups of its file, where several files could be meant by a name
    record Carrier(
            String did, String path, CarriedProvenance provenance, List<LinkRecord> links, List<Lookup> lookups) {

        /// Nothing when there is nothing to make a graph of.
        static Optional<Carrier> of(
                String did,
                String path,
                Optional<CarriedProvenance> provenance,
                List<LinkRecord> links,
                List<Lookup> lookups) {
            return provenance
                    .filter(carried -> WORDS.stream().anyMatch(carried.json()::contains))
                    .map(carried -> new Carrier(did, path, carried, links, lookups));
        }

        private String fileName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /// The file that a recorded name led to.
        private Optional<LinkRecord> link(Entity entity) {
            String recorded = entity.location().orElse(entity.name());
            return links.stream()
                    .filter(link -> link.targetPath().isPresent() && isNamed(link.name(), recorded))
                    .findFirst();
        }

        private int candidates(Entity entity) {
            String recorded = entity.location().orElse(entity.name());
            return lookups.stream()
                    .filter(lookup -> isNamed(lookup.name(), recorded))
                    .mapToInt(lookup -> lookup.candidates().size())
                    .max()
                    .orElse(0);
        }

        private static boolean isNamed(String name, String recorded) {
            return recorded.equals(name) || recorded.endsWith("/" + name);
        }
    }

    /// Of a file's products, by table, without those that get none.
    static Map<String, List<Object[]>> of(FileEntry entry) {
        List<Carrier> carriers = new ArrayList<>();
        for (FileEntry.ProductEntry product : entry.products()) {
            Carrier.of(
                            product.record().did(),
                            product.record().path(),
                            product.provenance(),
                            product.links(),
                            entry.file().lookups())
                    .ifPresent(carriers::add);
        }
        return carriers.isEmpty() ? Map.of() : of(carriers);
    }

    /// By table, without those that get none.
    static Map<String, List<Object[]>> of(List<Carrier> carriers) {
        ProvenanceRows made = new ProvenanceRows();
        for (Carrier carrier : carriers) {
            // Of what can't be read the page of the product tells.
            carrier.provenance()
                    .document()
                    .ifPresent(document ->
                            made.add(carrier, ProvGraph.of(document, new Subject(carrier.did(), carrier.fileName()))));
        }
        return made.rows;
    }

    /// Everybody may read these tables: folders are left out, after what names led to was looked up with them.
    private void add(Carrier carrier, ProvGraph recorded) {
        String product = carrier.did();
        ProvGraph graph = recorded.withoutFolders();
        Map<String, String> firstRuns = firstRuns(graph);
        for (int i = 0; i < graph.entities().size(); i++) {
            Entity entity = graph.entities().get(i);
            entity(carrier, recorded.entities().get(i), entity, Optional.ofNullable(firstRuns.get(entity.id())));
        }
        int place = 0;
        for (ProvGraph.Activity activity : graph.activities()) {
            row(
                    "prov_activities",
                    product,
                    place++,
                    activity.id(),
                    activity.name(),
                    activity.version().orElse(null),
                    activity.image().orElse(null),
                    activity.started().orElse(null),
                    activity.ended().orElse(null),
                    activity.exitCode().orElse(null),
                    activity.observed().orElse(null));
            activity.settings().forEach(setting -> setting(product, activity.id(), setting));
        }
        graph.agents()
                .forEach(agent -> row(
                        "prov_agents",
                        product,
                        agent.id(),
                        agent.name(),
                        agent.kind().name(),
                        agent.version().orElse(null)));
        graph.used()
                .forEach(used -> row(
                        "prov_used",
                        product,
                        used.activity(),
                        used.entity(),
                        used.role().orElse(null),
                        number(used.index()),
                        used.editable() ? 1 : 0));
        graph.generations()
                .forEach(made -> row(
                        "prov_generations",
                        product,
                        made.entity(),
                        made.activity(),
                        made.role().orElse(null),
                        number(made.index()),
                        made.basis().name()));
        graph.derivations().forEach(derived -> row("prov_derivations", product, derived.entity(), derived.from()));
        graph.associations()
                .forEach(with -> row("prov_associations", product, with.activity(), with.agent(), with.role()));
        graph.successions().forEach(after -> row("prov_successions", product, after.activity(), after.former()));
    }

    /// By entity the first run that has to do with it.
    private static Map<String, String> firstRuns(ProvGraph graph) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        graph.activities().forEach(run -> files.put(run.id(), new ArrayList<>()));
        graph.used().forEach(used -> files.get(used.activity()).add(used.entity()));
        graph.generations().forEach(made -> files.get(made.activity()).add(made.entity()));
        Map<String, String> first = new LinkedHashMap<>();
        files.forEach((run, those) -> those.forEach(file -> first.putIfAbsent(file, run)));
        return first;
    }

    /// What several documents tell of one run is one run to them all; so are its files, which each document can only
    /// call by a path of its own.
    private static String alone(Entity entity, Optional<String> run) {
        boolean isByPath = entity.id().startsWith(FILE) && entity.location().isPresent();
        return run.filter(_ -> isByPath)
                .map(id -> FILE
                        + id.substring(id.lastIndexOf(':') + 1)
                        + entity.id().substring(entity.id().lastIndexOf(':')))
                .orElse(entity.id());
    }

    /// @param recorded as the product tells of it
    /// @param entity as it is shown
    private void entity(Carrier carrier, Entity recorded, Entity entity, Optional<String> run) {
        boolean itself = entity.id().equals(carrier.did());
        String alone = alone(entity, run);
        row(
                "prov_entities",
                carrier.did(),
                entity.id(),
                alone,
                entity.name(),
                entity.did().orElse(null),
                entity.location().orElse(null),
                entity.checksum().map(ProvenanceRows::plainChecksum).orElse(null),
                entity.sizeBytes().isPresent() ? entity.sizeBytes().getAsLong() : null,
                entity.description().orElse(null),
                entity.members().isPresent() ? entity.members().getAsLong() : null,
                PlainName.of(entity.name()),
                carrier.link(recorded).flatMap(LinkRecord::targetPath).orElse(null),
                carrier.candidates(recorded),
                alone,
                (itself ? EntityMatch.ITSELF : EntityMatch.NONE).name());
    }

    private void setting(String product, String activity, ProvGraph.Setting setting) {
        row(
                "prov_settings",
                product,
                activity,
                setting.index(),
                setting.name(),
                setting.value(),
                setting.unit().orElse(null),
                setting.description().isBlank() ? null : setting.description(),
                setting.editable() ? 1 : 0);
    }

    /// Equal digests have equal texts: `SHA-256: 9F86…` is `sha256:9f86…`.
    private static String plainChecksum(String recorded) {
        return recorded.replaceAll("\\s", "").toLowerCase(Locale.ROOT).replaceFirst("^sha-", "sha");
    }

    private static Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private void row(String table, Object... values) {
        rows.computeIfAbsent(table, _ -> new ArrayList<>()).add(values);
    }
}
