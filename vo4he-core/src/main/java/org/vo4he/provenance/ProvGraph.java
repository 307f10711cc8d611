// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedCollection;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// How products were made, as a graph in the words of W3C PROV (PROV-DM, REC 2013-04-30) and of IVOA ProvenanceDM 1.0:
/// entities (files), activities (program runs) and agents (programs and hosts), and what relates them.
///
/// Every identifier is a URI: of an entity its DID, else its strong checksum, else a `urn:vo4he:file:` of the document
/// that tells of it; two graphs join by them. What only names a file is never taken for another file's name here: who
/// knows better says so by [#renamed].
///
/// @param entities by identifier
/// @param activities by identifier
/// @param agents by identifier
public record ProvGraph(
        List<Entity> entities,
        List<Activity> activities,
        List<Agent> agents,
        List<Used> used,
        List<WasGeneratedBy> generations,
        List<WasDerivedFrom> derivations,
        List<WasAssociatedWith> associations,
        List<WasInformedBy> successions) {

    /// Nothing is known.
    public static final ProvGraph EMPTY =
            new ProvGraph(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ProvGraph {
        entities = merged(entities, Entity::id, Entity::and);
        activities = merged(activities, Activity::id, (first, _) -> first);
        agents = merged(agents, Agent::id, (first, _) -> first);
        used = distinct(used);
        generations = distinct(generations);
        derivations = distinct(derivations).stream()
                .filter(derivation -> !derivation.entity().equals(derivation.from()))
                .toList();
        associations = distinct(associations);
        successions = distinct(successions);
    }

    /// A file, or a list of files.
    ///
    /// @param id a URI
    /// @param name the file's name without folders, or words for a person
    /// @param did the publisher's identifier
    /// @param location folder and path as recorded where the step ran
    /// @param checksum as recorded, such as `sha256:9f86…` or `datasum:2503531142`
    /// @param members how many files, when this is a list of files kept elsewhere
    public record Entity(
            String id,
            String name,
            Optional<String> did,
            Optional<String> location,
            Optional<String> checksum,
            OptionalLong sizeBytes,
            Optional<String> description,
            OptionalLong members) {

        private Entity withoutFolders() {
            return new Entity(
                    id,
                    name,
                    did,
                    location.map(ShownPath::of),
                    checksum,
                    sizeBytes,
                    description.map(ShownPath::inText),
                    members);
        }

        /// What only the other one knows is taken over.
        private Entity and(Entity other) {
            return new Entity(
                    id,
                    name,
                    did.or(other::did),
                    location.or(other::location),
                    checksum.or(other::checksum),
                    sizeBytes.isPresent() ? sizeBytes : other.sizeBytes,
                    description.or(other::description),
                    members.isPresent() ? members : other.members);
        }
    }

    /// One program run.
    ///
    /// @param id a URI
    /// @param name of the step, or the program's file name
    /// @param image digest of the container image
    /// @param started ISO 8601, as recorded
    /// @param ended ISO 8601, as recorded
    /// @param observed where this was read, when another pipeline left it in headers; empty for recorded provenance
    /// @param settings in the order of the command line
    public record Activity(
            String id,
            String name,
            Optional<String> version,
            Optional<String> image,
            Optional<String> started,
            Optional<String> ended,
            Optional<String> exitCode,
            Optional<String> observed,
            List<Setting> settings) {

        public Activity {
            settings = List.copyOf(settings);
        }

        private Activity withoutFolders() {
            return new Activity(
                    id,
                    ShownPath.of(name),
                    version,
                    image,
                    started,
                    ended,
                    exitCode,
                    observed,
                    settings.stream().map(Setting::withoutFolders).toList());
        }
    }

    /// A parameter and its value, ProvenanceDM's Parameter.
    public record Setting(
            int index, String name, String value, Optional<String> unit, String description, boolean editable) {

        private Setting withoutFolders() {
            return new Setting(index, name, ShownPath.inText(value), unit, description, editable);
        }
    }

    /// Who ran, or what.
    public record Agent(String id, String name, AgentKind kind, Optional<String> version) {}

    /// What an agent is.
    public enum AgentKind {
        SOFTWARE,
        HOST
    }

    /// @param role its name in the step, such as `events`
    /// @param index its place on the command line
    public record Used(String activity, String entity, Optional<String> role, OptionalInt index, boolean editable) {}

    /// @param role its name in the step
    /// @param index its place on the command line, empty when no argument names the product
    /// @param basis how the product was recognised among the step's outputs
    public record WasGeneratedBy(
            String entity, String activity, Optional<String> role, OptionalInt index, Basis basis) {}

    /// Why an entity is said to come from an activity.
    public enum Basis {
        /// An argument of the step says so.
        STATED,
        /// It is the step's output of this product's file name.
        NAME,
        /// It is the only output of the last step, under another name.
        ONLY_OUTPUT,
        /// The product carries the list of steps, and no output of them is recognised as it.
        LAST_STEP
    }

    /// A product remade from another one: what the document states as its parent.
    public record WasDerivedFrom(String entity, String from) {}

    /// @param role `program` or `host`
    public record WasAssociatedWith(String activity, String agent, String role) {}

    /// One step followed another in the same run of a pipeline.
    public record WasInformedBy(String activity, String former) {}

    /// The product that carries a document.
    ///
    /// @param id its DID, or any other URI
    /// @param fileName without folders
    public record Subject(String id, String fileName) {

        /// A product known by its DID.
        public Optional<String> did() {
            return Optional.of(id).filter(text -> text.regionMatches(true, 0, "ivo://", 0, 6));
        }
    }

    /// What one document says.
    public static ProvGraph of(ProvenanceDocument document, Subject subject) {
        return new ProvGraphBuilder(subject).read(document);
    }

    /// Both graphs, what has the same identifier being one.
    public ProvGraph and(ProvGraph other) {
        return new ProvGraph(
                both(entities, other.entities),
                both(activities, other.activities),
                both(agents, other.agents),
                both(used, other.used),
                both(generations, other.generations),
                both(derivations, other.derivations),
                both(associations, other.associations),
                both(successions, other.successions));
    }

    /// The same with other identifiers of entities: those that `names` gives another one for. Entities that so get one
    /// identifier become one.
    public ProvGraph renamed(UnaryOperator<String> names) {
        return new ProvGraph(
                entities.stream().map(entity -> renamed(entity, names)).toList(),
                activities,
                agents,
                used.stream()
                        .map(use -> new Used(use.activity, names.apply(use.entity), use.role, use.index, use.editable))
                        .toList(),
                generations.stream()
                        .map(made -> new WasGeneratedBy(
                                names.apply(made.entity), made.activity, made.role, made.index, made.basis))
                        .toList(),
                derivations.stream()
                        .map(derived -> new WasDerivedFrom(names.apply(derived.entity), names.apply(derived.from)))
                        .toList(),
                associations,
                successions);
    }

    /// The same for strangers: what tells of a machine's folders is left out of locations, of identifiers made of them
    /// and of values of parameters ([ShownPath]). Files that folders told apart stay apart.
    public ProvGraph withoutFolders() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Entity entity : entities) {
            entity.location
                    .filter(ShownPath::isAbsolute)
                    .filter(path -> entity.id.endsWith(":" + UrnText.encode(path)))
                    .ifPresent(path -> names.put(entity.id, withoutFolders(entity.id, path)));
        }
        ProvGraph other = renamed(id -> names.getOrDefault(id, id));
        return new ProvGraph(
                other.entities.stream().map(Entity::withoutFolders).toList(),
                other.activities.stream().map(Activity::withoutFolders).toList(),
                other.agents,
                other.used,
                other.generations,
                other.derivations,
                other.associations,
                other.successions);
    }

    private static String withoutFolders(String id, String path) {
        String before = id.substring(0, id.length() - UrnText.encode(path).length());
        String digest = Sha256.of(path);
        return before + digest.substring(digest.length() - 12) + "/" + UrnText.encode(ShownPath.of(path));
    }

    /// The entity of this identifier.
    public Optional<Entity> entity(String id) {
        return entities.stream().filter(entity -> entity.id.equals(id)).findFirst();
    }

    private static Entity renamed(Entity entity, UnaryOperator<String> names) {
        String id = names.apply(entity.id);
        Optional<String> did = entity.did.or(() -> new Subject(id, entity.name).did());
        return new Entity(
                id,
                entity.name,
                did,
                entity.location,
                entity.checksum,
                entity.sizeBytes,
                entity.description,
                entity.members);
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        LinkedHashSet<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static <T> List<T> distinct(SequencedCollection<T> list) {
        return List.copyOf(new LinkedHashSet<>(list));
    }

    private static <T> List<T> merged(List<T> list, Function<T, String> id, BinaryOperator<T> merge) {
        Map<String, T> byId = new LinkedHashMap<>();
        list.forEach(each -> byId.merge(id.apply(each), each, merge));
        return List.copyOf(byId.values());
    }
}
