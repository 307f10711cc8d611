// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.vo4he.provenance.ProvGraph.Activity;
import org.vo4he.provenance.ProvGraph.Agent;
import org.vo4he.provenance.ProvGraph.AgentKind;
import org.vo4he.provenance.ProvGraph.Basis;
import org.vo4he.provenance.ProvGraph.Entity;
import org.vo4he.provenance.ProvGraph.Setting;
import org.vo4he.provenance.ProvGraph.Subject;
import org.vo4he.provenance.ProvGraph.Used;
import org.vo4he.provenance.ProvGraph.WasAssociatedWith;
import org.vo4he.provenance.ProvGraph.WasDerivedFrom;
import org.vo4he.provenance.ProvGraph.WasGeneratedBy;
import org.vo4he.provenance.ProvGraph.WasInformedBy;

/// Makes the graph of one document.
///
/// A run that tells when it started is the same in every product that carries it; a run that doesn't is its
/// product's own, because two runs of the same command can't be told apart by their words.
final class ProvGraphBuilder {

    /// Digests that a file can be known by; a 32-bit DATASUM or CRC is none.
    private static final Pattern STRONG = Pattern.compile("(?:sha-?256|sha-?384|sha-?512|md5|sha-?1):[0-9a-f]{32,128}");

    private static final int SHA_PREFIX = "sha256:".length();

    private final Subject subject;
    private final List<Entity> entities = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final List<Used> used = new ArrayList<>();
    private final List<WasGeneratedBy> generations = new ArrayList<>();
    private final List<WasDerivedFrom> derivations = new ArrayList<>();
    private final List<WasAssociatedWith> associations = new ArrayList<>();
    private final List<WasInformedBy> successions = new ArrayList<>();

    ProvGraphBuilder(Subject subject) {
        this.subject = subject;
    }

    ProvGraph read(ProvenanceDocument document) {
        entities.add(new Entity(
                subject.id(),
                subject.fileName(),
                subject.did(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty()));
        List<ProvenanceStep> steps = document.steps();
        Optional<Recognised> product = ProductAmongOutputs.find(steps, subject, document.productDid());
        for (int i = 0; i < steps.size(); i++) {
            add(steps.get(i), i, product.map(Recognised::file));
        }
        if (!steps.isEmpty()) {
            product.ifPresentOrElse(this::generated, this::generatedByTheLast);
            String run = generations.getLast().activity();
            CalibrationInput.gathered(document.calibration()).forEach(input -> calibratedBy(run, input));
        }
        document.parentDid().map(String::strip).filter(did -> !did.isEmpty()).ifPresent(this::derivedFrom);
        return new ProvGraph(entities, activities, agents, used, generations, derivations, associations, successions);
    }

    /// An output of a step that is the product.
    record Recognised(int step, Argument.Output output, Basis basis) {

        DataFile file() {
            return output.file();
        }
    }

    private void add(ProvenanceStep step, int number, Optional<DataFile> product) {
        Activity activity = activity(step, number);
        activities.add(activity);
        if (number > 0) {
            successions.add(
                    new WasInformedBy(activity.id(), activities.get(number - 1).id()));
        }
        agents(step, activity);
        for (Argument argument : step.arguments()) {
            switch (argument) {
                case Argument.Input input -> {
                    boolean program = step.program().filter(input::equals).isPresent();
                    Optional<String> role = program ? Optional.of("program") : named(input.file());
                    used.add(new Used(
                            activity.id(),
                            entity(input.file(), product),
                            role,
                            OptionalInt.of(input.index()),
                            input.file().editable()));
                }
                case Argument.InputList list ->
                    used.add(new Used(
                            activity.id(),
                            collection(list),
                            named(list.list()),
                            OptionalInt.of(list.index()),
                            list.list().editable()));
                case Argument.Output output -> {
                    if (product.filter(output.file()::equals).isEmpty()) {
                        generations.add(new WasGeneratedBy(
                                entity(output.file(), product),
                                activity.id(),
                                named(output.file()),
                                OptionalInt.of(output.index()),
                                Basis.STATED));
                    }
                }
                case Argument.Parameter _, Argument.Unrecognised _ -> {}
            }
        }
    }

    private Activity activity(ProvenanceStep step, int number) {
        String scope = step.started()
                .map(started -> started + " " + step.host().orElse(""))
                .orElse(subject.id());
        String identity = scope + " " + number + " " + ProvenanceJson.write(new ProvenanceDocument(List.of(step)));
        return new Activity(
                "urn:vo4he:run:" + Sha256.of(identity).substring(SHA_PREFIX, SHA_PREFIX + 32),
                step.title(),
                step.version(),
                step.image(),
                step.started(),
                step.ended(),
                step.exitCode(),
                step.observed(),
                settings(step));
    }

    private static List<Setting> settings(ProvenanceStep step) {
        List<Setting> settings = new ArrayList<>();
        for (Argument argument : step.arguments()) {
            if (argument instanceof Argument.Parameter parameter) {
                settings.add(new Setting(
                        parameter.index(),
                        parameter.name().orElse("argument " + parameter.index()),
                        parameter.value(),
                        parameter.unit(),
                        parameter.description(),
                        parameter.editable()));
            }
        }
        return settings;
    }

    private void agents(ProvenanceStep step, Activity activity) {
        if (!activity.name().equals(ProvenanceStep.NAMELESS)) {
            String version =
                    step.version().map(text -> ":" + UrnText.encode(text)).orElse("");
            associate(
                    activity,
                    new Agent(
                            "urn:vo4he:software:" + UrnText.encode(activity.name()) + version,
                            activity.name(),
                            AgentKind.SOFTWARE,
                            step.version()),
                    "program");
        }
        step.host()
                .filter(host -> !host.isBlank())
                .ifPresent(host -> associate(
                        activity,
                        new Agent("urn:vo4he:host:" + UrnText.encode(host), host, AgentKind.HOST, Optional.empty()),
                        "host"));
    }

    private void associate(Activity activity, Agent agent, String role) {
        agents.add(agent);
        associations.add(new WasAssociatedWith(activity.id(), agent.id(), role));
    }

    private String entity(DataFile file, Optional<DataFile> product) {
        String id = product.filter(each -> sameFile(each, file)).isPresent() ? subject.id() : id(file);
        entities.add(new Entity(
                id,
                file.fileName(),
                did(file),
                Optional.of(file.wholePath()).filter(path -> !path.isEmpty()),
                file.checksum(),
                file.sizeBytes(),
                Optional.of(file.description()).filter(text -> !text.isBlank()),
                OptionalLong.empty()));
        return id;
    }

    private String collection(Argument.InputList list) {
        String id = entity(list.list(), Optional.empty());
        Entity plain = entities.removeLast();
        entities.add(new Entity(
                id,
                plain.name(),
                plain.did(),
                plain.location(),
                plain.checksum(),
                plain.sizeBytes(),
                plain.description(),
                list.count()));
        return id;
    }

    private static boolean sameFile(DataFile one, DataFile other) {
        return one.equals(other)
                || did(one).isPresent() && did(one).equals(did(other))
                || !one.path().isBlank() && one.wholePath().equals(other.wholePath());
    }

    private String id(DataFile file) {
        return did(file)
                .or(() -> file.checksum()
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .filter(text -> STRONG.matcher(text).matches())
                        .map(text -> "urn:" + text))
                .orElseGet(() -> "urn:vo4he:file:" + UrnText.encode(subject.id()) + ":"
                        + UrnText.encode(file.wholePath().isEmpty() ? "unnamed " + entities.size() : file.wholePath()));
    }

    private void generated(Recognised product) {
        entity(product.file(), Optional.of(product.file()));
        generations.add(new WasGeneratedBy(
                subject.id(),
                activities.get(product.step()).id(),
                named(product.file()),
                OptionalInt.of(product.output().index()),
                product.basis()));
    }

    private void generatedByTheLast() {
        generations.add(new WasGeneratedBy(
                subject.id(), activities.getLast().id(), Optional.empty(), OptionalInt.empty(), Basis.LAST_STEP));
    }

    /// What the header says of calibration went into the run that made the product.
    private void calibratedBy(String run, CalibrationInput input) {
        DataFile file = new DataFile(input.keyword(), false, "", input.value());
        String id = input.namesAFile()
                ? id(file)
                : "urn:vo4he:calibration:" + UrnText.encode(run) + ":" + UrnText.encode(input.keyword()) + ":"
                        + UrnText.encode(input.value());
        entities.add(new Entity(
                id,
                input.namesAFile() ? file.fileName() : input.keyword() + " " + input.value(),
                Optional.empty(),
                Optional.of(input.value()).filter(_ -> input.namesAFile()),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of("calibration " + input.kind() + ", stated by " + input.keyword()),
                OptionalLong.empty()));
        used.add(new Used(run, id, Optional.of(CalibrationInput.KEY), OptionalInt.empty(), false));
    }

    private void derivedFrom(String parent) {
        entities.add(new Entity(
                parent,
                parent,
                Optional.of(parent),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty()));
        derivations.add(new WasDerivedFrom(subject.id(), parent));
    }

    private static Optional<String> did(DataFile file) {
        return file.did().map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<String> named(DataFile file) {
        return file.name().filter(name -> !name.isBlank());
    }
}
