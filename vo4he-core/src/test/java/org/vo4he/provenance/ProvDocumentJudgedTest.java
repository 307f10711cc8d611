// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.cfg.HandlerInstantiator;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openprovenance.prov.core.json.serialization.ProvDeserialiser;
import org.openprovenance.prov.core.json.serialization.deserial.CustomAttributeMapDeserializer;
import org.openprovenance.prov.model.Activity;
import org.openprovenance.prov.model.Agent;
import org.openprovenance.prov.model.Document;
import org.openprovenance.prov.model.Entity;
import org.openprovenance.prov.model.Identifiable;
import org.openprovenance.prov.model.StatementOrBundle.Kind;
import org.openprovenance.prov.vanilla.ProvFactory;
import org.vo4he.provenance.ProvGraph.Subject;

/// PROV-JSON and PROV-N as ProvToolbox, the reference implementation of W3C PROV, reads them.
class ProvDocumentJudgedTest {

    private static final String ODD = """
            {"provenance": [
              {"name": "first \\"step\\"", "version": "1.2 β", "host": "node é", "started": "2026-01-01T00:00:00Z",
               "ended": "sometime", "exit_code": "0", "args": [
                {"index": 0, "inputdata": {"location": "/opt/my tools", "path": "a(b),c;d='e'.py"}},
                {"index": 1, "inputlist": {"path": "l.jsonl", "count": 3, "checksum": "sha256:SHA"}},
                {"index": 2, "parameter": {"name": "expr", "value": "a\\\\b \\"c\\"\\n[d] 100%", "editable": true}},
                {"index": 3, "outputdata": {"path": "/tmp/mid .fits."}}]},
              {"args": [
                {"index": 1, "inputdata": {"path": "/tmp/mid .fits."}},
                {"index": 2, "inputdata": {"did": "ivo://x.y/z?dir/a%20b+c.fits#EVENTS,1", "path": "e", "size": 5}},
                {"index": 3, "parameter": {"value": "<&>", "unit": "keV"}},
                {"index": 4, "outputdata": {"path": "out.fits", "checksum": "datasum:1"}},
                {"index": 5, "outputdata": {"did": "ivo://x.y/z?-log.", "path": "out.log"}}]}],
             "parent_did": "ivo://x.y/z?old/out.fits"}""".replace("SHA", "ab".repeat(32));

    private static ProvGraph graph(String did) throws ProvenanceFormatException {
        return ProvGraph.of(ProvenanceJson.read(ODD).document(), new Subject(did, "out.fits"));
    }

    private static Document fromProvN(String text) {
        return new org.openprovenance.prov.notation.Utility().readDocument(stream(text), ProvFactory.getFactory());
    }

    private static Document fromProvJson(String text) {
        ObjectMapper mapper = new ObjectMapper();
        mapper.setConfig(mapper.getDeserializationConfig().with(new AttributesOfAnyJackson()));
        return new ProvDeserialiser(mapper).deserialiseDocument(stream(text));
    }

    /// ProvToolbox 2.2.1 was built with Jackson 2.17, which made this deserialiser without being told how.
    private static final class AttributesOfAnyJackson extends HandlerInstantiator {

        @Override
        public JsonDeserializer<?> deserializerInstance(
                DeserializationConfig config, Annotated annotated, Class<?> deserializer) {
            return deserializer == CustomAttributeMapDeserializer.class
                    ? new CustomAttributeMapDeserializer(config.constructType(Map.class))
                    : null;
        }

        @Override
        public KeyDeserializer keyDeserializerInstance(
                DeserializationConfig config, Annotated annotated, Class<?> deserializer) {
            return null;
        }

        @Override
        public JsonSerializer<?> serializerInstance(
                SerializationConfig config, Annotated annotated, Class<?> serializer) {
            return null;
        }

        @Override
        public TypeResolverBuilder<?> typeResolverBuilderInstance(
                MapperConfig<?> config, Annotated annotated, Class<?> builder) {
            return null;
        }

        @Override
        public TypeIdResolver typeIdResolverInstance(MapperConfig<?> config, Annotated annotated, Class<?> resolver) {
            return null;
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<Kind, Integer> counts(Document document) {
        Map<Kind, Integer> counts = new HashMap<>();
        document.getStatementOrBundle().forEach(statement -> counts.merge(statement.getKind(), 1, Integer::sum));
        return counts;
    }

    /// A parameter is an entity that its run used.
    private static Map<Kind, Integer> counts(ProvGraph graph) {
        int settings = graph.activities().stream()
                .mapToInt(run -> run.settings().size())
                .sum();
        return Map.of(
                Kind.PROV_ENTITY, graph.entities().size() + settings,
                Kind.PROV_ACTIVITY, graph.activities().size(),
                Kind.PROV_AGENT, graph.agents().size(),
                Kind.PROV_USAGE, graph.used().size() + settings,
                Kind.PROV_GENERATION, graph.generations().size(),
                Kind.PROV_DERIVATION, graph.derivations().size(),
                Kind.PROV_ASSOCIATION, graph.associations().size(),
                Kind.PROV_COMMUNICATION, graph.successions().size());
    }

    private static List<String> uris(Document document, Class<?> kind) {
        return document.getStatementOrBundle().stream()
                .filter(kind::isInstance)
                .map(statement -> ((Identifiable) statement).getId().getUri())
                .toList();
    }

    @Test
    void provNHasEveryStatementOfTheGraph() throws Exception {
        ProvGraph graph = graph("ivo://x.y/z?out.fits");

        assertThat(counts(fromProvN(ProvN.write(graph)))).isEqualTo(counts(graph));
    }

    @Test
    void provJsonHasEveryStatementOfTheGraph() throws Exception {
        ProvGraph graph = graph("ivo://x.y/z?out.fits");

        assertThat(counts(fromProvJson(ProvJson.write(graph)))).isEqualTo(counts(graph));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ivo://vo4he.example/xmm?dir/file%20with+signs.fits#EVENTS,1",
                "ivo://a/b?c=(1),[2];'d'.fits.",
                "ivo://a/b?-starts.fits",
                "ivo://a/b?.hidden",
                "ivo://a/b/c",
                "ivo://a/b?",
                "ivo://a",
                "urn:x-other:1:2",
                "javascript:x",
                "doi:10.5281:zenodo",
                "https://archive.example/data?file=a&b=c#d",
            })
    void aDidSurvivesBothNotations(String did) throws Exception {
        ProvGraph graph = graph(did);

        assertThat(uris(fromProvN(ProvN.write(graph)), Entity.class)).contains(did, "ivo://x.y/z?-log.");
        assertThat(uris(fromProvJson(ProvJson.write(graph)), Entity.class))
                .contains(did, "ivo://x.y/z?dir/a%20b+c.fits#EVENTS,1");
    }

    @Test
    void whatNoUriCanHoldIsPercentEncoded() throws Exception {
        ProvGraph graph = graph("ivo://a/b?two words é 100%.fits");

        assertThat(uris(fromProvJson(ProvJson.write(graph)), Entity.class))
                .contains("ivo://a/b?two%20words%20%C3%A9%20100%25.fits");
    }

    static Stream<Document> bothNotations() throws Exception {
        ProvGraph graph = graph("ivo://x.y/z?out.fits");
        return Stream.of(fromProvN(ProvN.write(graph)), fromProvJson(ProvJson.write(graph)));
    }

    @ParameterizedTest
    @MethodSource("bothNotations")
    void textsTimesAndTypesAreReadAsTheyWere(Document document) {
        List<Activity> runs = document.getStatementOrBundle().stream()
                .filter(Activity.class::isInstance)
                .map(Activity.class::cast)
                .toList();
        assertThat(runs.getFirst().getStartTime().toXMLFormat()).startsWith("2026-01-01T00:00:00");
        assertThat(runs.getFirst().getEndTime()).isNull();
        assertThat(runs.getFirst().getLabel().getFirst().getValue()).isEqualTo("first \"step\"");
        assertThat(document.getStatementOrBundle().stream()
                        .filter(Agent.class::isInstance)
                        .flatMap(agent -> ((Agent) agent).getType().stream())
                        .map(type -> type.getValue().toString()))
                .anyMatch(type -> type.contains("SoftwareAgent"));
        assertThat(document.getStatementOrBundle().stream()
                        .filter(Entity.class::isInstance)
                        .map(entity -> ((Entity) entity).getValue())
                        .filter(value -> value != null)
                        .map(value -> text(value.getValue()))
                        .map(ProvDocumentJudgedTest::unescaped))
                .containsExactlyInAnyOrder("a\\b \"c\"\n[d] 100%", "<&>");
    }

    /// ProvToolbox leaves escapes in strings of PROV-N as they are, except those of quotes.
    private static String unescaped(String value) {
        return value.replace("\\\\", "\\").replace("\\n", "\n");
    }

    private static String text(Object value) {
        return value instanceof org.openprovenance.prov.model.LangString words ? words.getValue() : value.toString();
    }
}
