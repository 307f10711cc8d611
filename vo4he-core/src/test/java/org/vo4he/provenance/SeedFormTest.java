// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// [SeedForm] against the text of the slides.
class SeedFormTest {

    /// As the slides show it, the cut end completed.
    static final String SLIDES = """
            {
              "provenance": [
                {
                  "args": [
                    {
                      "index": 0,
                      "inputdata": {
                        "description": "input dummy arg",
                        "editable": false,
                        "location": "/tmp",
                        "path": "DummyJob.py"
                      }
                    },
                    {
                      "index": 1,
                      "parameter": {
                        "description": "1st param",
                        "editable": false,
                        "value": "param0"
                      }
                    },
                    {
                      "index": 2,
                      "parameter": {
                        "description": "2nd param",
                        "editable": true,
                        "value": "2"
                      }
                    },
                    {
                      "index": 3,
                      "outputdata": {
                        "description": "output file",
                        "editable": true,
                        "location": "/tmp",
                        "path": "out.fits"
                      }
                    }
                  ]
                }
              ]
            }
            """;

    @Test
    void theSlidesDocumentSurvivesByteForByte() throws Exception {
        SeedForm.Written written = SeedForm.write(ProvenanceJson.read(SLIDES).document());

        assertThat(written.json()).isEqualTo(SLIDES);
        assertThat(written.remarks()).isEmpty();
    }

    @Test
    void everyKeyOfTheFormIsThereAndNoOther() throws Exception {
        ProvenanceDocument document = ProvenanceJson.read("""
                {"provenance": [{"name": "extract", "args": [
                   {"index": 0, "inputdata": {"path": "a", "did": "ivo://a/b", "size": 3}},
                   {"index": 1, "parameter": {"value": "2", "unit": "keV"}}]}], "parent_did": "ivo://a/c"}""").document();

        assertThat(SeedForm.write(document).json().replaceAll("\\s", "")).isEqualTo("""
                {"provenance":[{"args":[
                {"index":0,"inputdata":{"description":"","editable":false,"location":"","path":"a"}},
                {"index":1,"parameter":{"description":"","editable":false,"value":"2"}}]}]}""".replaceAll("\\s", ""));
    }

    @Test
    void whatTheFormCannotSayIsTold() throws Exception {
        ProvenanceDocument document = ProvenanceJson.read("""
                [{"args": [{"index": 0, "loop": {}}, {"index": 1, "inputlist": {"path": "l", "count": 2}}]}]""").document();

        assertThat(SeedForm.write(document).remarks())
                .containsExactly(
                        "step 0, index 0 is neither inputdata, parameter nor outputdata and is left out",
                        "step 0, index 1: the list of inputs 'l' is written as one input, the list itself");
    }
}
