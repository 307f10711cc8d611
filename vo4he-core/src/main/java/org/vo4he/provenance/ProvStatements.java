// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vo4he.provenance.ProvGraph.Activity;
import org.vo4he.provenance.ProvGraph.Setting;
import org.vo4he.provenance.ProvStatement.Value;

/// A graph as the statements of a PROV document. A parameter becomes an entity with a value that its run used, as
/// IVOA ProvenanceDM 1.0 maps it to PROV.
final class ProvStatements {

    static final String START = "prov:startTime";
    static final String END = "prov:endTime";

    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)(?:Z|[+-]\\d{2}:\\d{2})?");

    private final ProvNames names = new ProvNames();
    private final List<ProvStatement> statements = new ArrayList<>();

    ProvStatements(ProvGraph graph) {
        graph.entities().forEach(this::entity);
        graph.activities().forEach(this::activity);
        graph.agents().forEach(this::agent);
        graph.used()
                .forEach(use -> relation(
                        ProvTerm.USED,
                        use.activity(),
                        use.entity(),
                        new Attributes()
                                .text("prov:role", use.role())
                                .whole("vo4he:argIndex", use.index())
                                .set("vo4he:editable", new Value.Flag(use.editable()))));
        graph.generations()
                .forEach(made -> relation(
                        ProvTerm.WAS_GENERATED_BY,
                        made.entity(),
                        made.activity(),
                        new Attributes()
                                .text("prov:role", made.role())
                                .whole("vo4he:argIndex", made.index())
                                .set("vo4he:basis", new Value.Text(words(made.basis())))));
        graph.derivations()
                .forEach(derived -> relation(
                        ProvTerm.WAS_DERIVED_FROM,
                        derived.entity(),
                        derived.from(),
                        new Attributes().set("prov:type", new Value.Name("prov:Revision"))));
        graph.associations()
                .forEach(association -> relation(
                        ProvTerm.WAS_ASSOCIATED_WITH,
                        association.activity(),
                        association.agent(),
                        new Attributes().set("prov:role", new Value.Text(association.role()))));
        graph.successions()
                .forEach(step -> relation(ProvTerm.WAS_INFORMED_BY, step.activity(), step.former(), new Attributes()));
    }

    List<ProvStatement> all() {
        return List.copyOf(statements);
    }

    /// Namespace to prefix.
    Map<String, String> namespaces() {
        return names.namespaces();
    }

    private void entity(ProvGraph.Entity entity) {
        Attributes attributes = new Attributes()
                .text("prov:label", Optional.of(entity.name()))
                .text("prov:location", entity.location())
                .text("vo4he:checksum", entity.checksum())
                .whole("vo4he:size", entity.sizeBytes())
                .text("vo4he:description", entity.description())
                .whole("vo4he:members", entity.members());
        if (entity.members().isPresent()) {
            attributes.set("prov:type", new Value.Name("prov:Collection"));
        }
        thing(ProvTerm.ENTITY, entity.id(), attributes);
    }

    private void activity(Activity activity) {
        thing(
                ProvTerm.ACTIVITY,
                activity.id(),
                new Attributes()
                        .time(START, "vo4he:started", activity.started())
                        .time(END, "vo4he:ended", activity.ended())
                        .text("prov:label", Optional.of(activity.name()))
                        .text("vo4he:version", activity.version())
                        .text("vo4he:image", activity.image())
                        .text("vo4he:exitCode", activity.exitCode())
                        .text("vo4he:observed", activity.observed()));
        activity.settings().forEach(setting -> setting(activity, setting));
    }

    private void setting(Activity activity, Setting setting) {
        String id = activity.id().replace("urn:vo4he:run:", "urn:vo4he:setting:") + "-" + setting.index();
        thing(
                ProvTerm.ENTITY,
                id,
                new Attributes()
                        .set("prov:type", new Value.Name("vo4he:Parameter"))
                        .text("prov:label", Optional.of(setting.name()))
                        .set("prov:value", new Value.Text(setting.value()))
                        .text("vo4he:unit", setting.unit())
                        .text("vo4he:description", Optional.of(setting.description()))
                        .set("vo4he:editable", new Value.Flag(setting.editable())));
        relation(
                ProvTerm.USED,
                activity.id(),
                id,
                new Attributes()
                        .set("prov:role", new Value.Text("parameter"))
                        .set("vo4he:argIndex", new Value.Whole(setting.index())));
    }

    private void agent(ProvGraph.Agent agent) {
        Attributes attributes = new Attributes().text("prov:label", Optional.of(agent.name()));
        switch (agent.kind()) {
            case SOFTWARE -> attributes.set("prov:type", new Value.Name("prov:SoftwareAgent"));
            case HOST -> attributes.set("prov:type", new Value.Name("vo4he:Host"));
        }
        thing(ProvTerm.AGENT, agent.id(), attributes.text("vo4he:version", agent.version()));
    }

    private void thing(ProvTerm term, String id, Attributes attributes) {
        statements.add(new ProvStatement(term, List.of(names.of(id)), attributes.values));
    }

    private void relation(ProvTerm term, String from, String to, Attributes attributes) {
        statements.add(new ProvStatement(term, List.of(names.of(from), names.of(to)), attributes.values));
    }

    private static String words(ProvGraph.Basis basis) {
        return switch (basis) {
            case STATED -> "stated";
            case NAME -> "file name";
            case ONLY_OUTPUT -> "only output";
            case LAST_STEP -> "last step";
        };
    }

    /// The attributes of one statement, in the order in which they are set.
    private static final class Attributes {

        private final Map<String, Value> values = new LinkedHashMap<>();

        private Attributes set(String key, Value value) {
            values.put(key, value);
            return this;
        }

        private Attributes text(String key, Optional<String> text) {
            text.filter(words -> !words.isBlank()).ifPresent(words -> set(key, new Value.Text(words)));
            return this;
        }

        private Attributes whole(String key, OptionalInt number) {
            number.ifPresent(value -> set(key, new Value.Whole(value)));
            return this;
        }

        private Attributes whole(String key, OptionalLong number) {
            number.ifPresent(value -> set(key, new Value.Whole(value)));
            return this;
        }

        /// A time that PROV can't hold stays a text.
        private Attributes time(String key, String textKey, Optional<String> time) {
            Optional<String> exact = time.map(String::strip).filter(ProvStatements::isTime);
            exact.ifPresent(value -> set(key, new Value.Time(value)));
            return exact.isPresent() ? this : text(textKey, time);
        }
    }

    private static boolean isTime(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDateTime.parse(matcher.group(1));
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
