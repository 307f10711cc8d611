// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The schemas of [ProvenanceSchema], judged by the validator of networknt, against what we write and read.
class ProvenanceSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FILE =
            "{'index':0,'inputdata':{'description':'','editable':false,'location':'','path':'a'}}";
    private static final String PARAMETER = "{'index':1,'parameter':{'description':'p','editable':true,'value':'2'}}";

    private static List<String> errors(ProvenanceSchema schema, String json) throws Exception {
        JsonSchema compiled = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema.json());
        return compiled.validate(JSON.readTree(json)).stream()
                .map(Object::toString)
                .toList();
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    private static String step(String arguments) {
        return json("{'provenance':[{'args':[" + arguments + "]}]}");
    }

    @ParameterizedTest
    @EnumSource
    void aSchemaIsOneOfDraft202012(ProvenanceSchema schema) throws Exception {
        JsonSchema meta =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));
        JsonNode node = JSON.readTree(schema.json());

        assertThat(node.path("$schema").textValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(meta.validate(node)).isEmpty();
    }

    @Test
    void theSlidesDocumentIsOfBothForms() throws Exception {
        assertThat(errors(ProvenanceSchema.SEED, SeedFormTest.SLIDES)).isEmpty();
        assertThat(errors(ProvenanceSchema.SUPERSET, SeedFormTest.SLIDES)).isEmpty();
    }

    /// What we write of odd documents is what we call exact.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'args': [{'index': '1', 'parameter': {'value': 2, 'editable': 'True', 'note': [1]}}]}]",
                "{'args': [{'inputdata': {'path': null, 'did': 3, 'size': 7}}], 'exit_code': 0}",
                "[{'observed': 'XPROC0', 'args': [{'index': 0, 'outputdata': {'path': 'a', 'editable': true}}]}]",
            })
    void whatWeWriteIsValidAlsoWhenWhatWasReadWasNot(String odd) throws Exception {
        ProvenanceDocument document = ProvenanceJson.read(json(odd)).document();

        assertThat(errors(ProvenanceSchema.SUPERSET, ProvenanceJson.write(document)))
                .isEmpty();
        assertThat(errors(ProvenanceSchema.SEED, SeedForm.write(document).json()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'provenance':[]}",
                "[]",
                "{'provenance':[{'args':[]}], 'site': {'name': 'x'}}",
                "{'provenance':[{'name':'a','version':'1','image':'i','started':'s','ended':'e','exit_code':'0',"
                        + "'host':'h','queue':3,'args':[{'index':7,'parameter':{'value':''}}]}]}",
                "{'provenance':[{'args':[{'index':0,'inputdata':{'did':'ivo://a/b?c','size':12,'checksum':'datasum:7'}}]}]}",
                "{'provenance':[{'args':[{'index':0,'inputlist':{'path':'l','count':3,'checksum':"
                        + "'sha256:0000000000000000000000000000000000000000000000000000000000000000'}}]}]}",
                "{'provenance':[{'args':[{'index':1.0,'parameter':{'value':'2','choices':['1','2'],'min':'1'}}]}]}",
                "{'provenance':[],'product_did':'ivo://a/b','parent_did':'ivo://a/c','origins':{'t_min':['card','X','00']}}",
                "{'provenance':[{'observed':'XPROC0','args':[{'index':0,'outputdata':{'path':'a','editable':false}}]}]}",
                "{'provenance':[],'inference':{'mapper':1,'file':'f','headers':'h','seal':'s','absent':{'why':['s_fov']},"
                        + "'findings':[['code','where','message']]}}",
            })
    void whatTheSchemaAcceptsIsReadWithoutARemark(String text) throws Exception {
        assertThat(errors(ProvenanceSchema.SUPERSET, json(text))).isEmpty();
        assertThat(ProvenanceJson.read(json(text)).remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'provenance':null}",
                "{'args':[]}",
                "[{}]",
                "[{'args':[{'index':'1','parameter':{'value':'a'}}]}]",
                "[{'args':[{'index':-1,'parameter':{'value':'a'}}]}]",
                "[{'args':[{'index':1.5,'parameter':{'value':'a'}}]}]",
                "[{'args':[{'index':4294967296,'parameter':{'value':'a'}}]}]",
                "[{'args':[{'parameter':{'value':'a'}}]}]",
                "[{'args':[{'index':0}]}]",
                "[{'args':[{'index':0,'loop':{}}]}]",
                "[{'args':[{'index':0,'parameter':{'value':'a'},'outputdata':{'path':'b'}}]}]",
                "[{'args':[{'index':0,'parameter':{'value':'a'},'note':'b'}]}]",
                "[{'args':[{'index':0,'parameter':'a'}]}]",
                "[{'args':[{'index':0,'parameter':{}}]}]",
                "[{'args':[{'index':0,'parameter':{'value':2}}]}]",
                "[{'args':[{'index':0,'parameter':{'value':null}}]}]",
                "[{'args':[{'index':0,'parameter':{'value':'a','editable':'true'}}]}]",
                "[{'args':[{'index':0,'parameter':{'value':'a','choices':'b'}}]}]",
                "[{'args':[{'index':0,'parameter':{'value':'a','choices':[1]}}]}]",
                "[{'args':[{'index':0,'parameter':{'value':'a','min':1}}]}]",
                "[{'args':[{'index':0,'inputdata':{'description':'no file'}}]}]",
                "[{'args':[{'index':0,'inputdata':{'path':'a','size':-1}}]}]",
                "[{'args':[{'index':0,'inputdata':{'path':'a','size':'1'}}]}]",
                "[{'args':[{'index':0,'inputlist':{'path':'a','count':3}}]}]",
                "[{'args':[{'index':0,'inputlist':{'path':'a','checksum':"
                        + "'sha256:0000000000000000000000000000000000000000000000000000000000000000'}}]}]",
                "[{'args':[],'exit_code':0}]",
                "[{'args':[],'name':null}]",
                "[{'observed':'XPROC0','args':[{'index':0,'outputdata':{'path':'a','editable':true}}]}]",
                "{'provenance':[],'origins':[]}",
                "{'provenance':[],'origins':{'t_min':['a','b']}}",
                "{'provenance':[],'origins':{'t_min':['a','b',3]}}",
                "{'provenance':[],'parent_did':3}",
                "{'provenance':[],'inference':{'mapper':1}}",
            })
    void whatTheSchemaRefusesIsReadWithARemark(String text) throws Exception {
        assertThat(errors(ProvenanceSchema.SUPERSET, json(text))).isNotEmpty();
        assertThat(ProvenanceJson.read(json(text)).remarks()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "'text'", "{'provenance':3}", "[1]", "null"})
    void whatCannotBeReadAtAllIsRefusedByTheSchemaToo(String text) throws Exception {
        assertThat(errors(ProvenanceSchema.SUPERSET, json(text))).isNotEmpty();
        assertThatThrownBy(() -> ProvenanceJson.read(json(text))).isInstanceOf(ProvenanceFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FILE + "," + "{'index':1,'parameter':{'description':'p','editable':true,'value':'2','unit':'keV'}}",
                "{'index':0,'inputdata':{'description':'','editable':false,'path':'a'}}",
                PARAMETER + "," + "{'index':2,'parameter':{'editable':true,'value':'2'}}",
                "{'index':0,'inputlist':{'path':'a','count':3,'checksum':'sha256:00'}}",
            })
    void theSlidesFormHasItsKeysAllAndNoOthers(String arguments) throws Exception {
        assertThat(errors(ProvenanceSchema.SEED, step(FILE + "," + PARAMETER))).isEmpty();
        assertThat(errors(ProvenanceSchema.SEED, step(arguments))).isNotEmpty();
    }
}
