// SPDX-License-Identifier: Apache-2.0
package org.vo4he.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// [Meaning]: texts that select the same photons have one spelling, others never.
class MeaningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "energy      | 2-7                    | 2.0-7.0",
                "energy      | 2-7                    | 2000 - 7000 eV",
                "energy      | pi:35-480              | PI=35:480",
                "bands       | 0.5-1.2,2-7            | .5-1.20, 2.0-7",
                "hardness    | 0.5-2,2-7              | 500-2000eV,2-7keV",
                "energy-grid | 0.1-100TeV,n=30        | 100-100000GeV,30",
                "region      | circle(83.63,22.01,60\")| circle( 83.630, 22.01, 60.0\" )",
                "region      | fk5;circle(10,20,1')   | FK5; circle(10.0 20 60\")",
                "rings       | annulus(10,20,0\",60\",n=2) | annulus(10,20,0\",30\",60\")",
                "time        | 100-200,300-400        | 1e2-200.0, 300:400",
                "filter      | PI > 20 && GRADE != 7  | PI>20.0 &&  (GRADE != 7)",
                "filter      | PI in [20:30]          | pi in [20:30]",
                "time        | GTI                    | gti"
            })
    void spellingsOfOneMeaningAreOne(String argument, String one, String other) {
        assertThat(Meaning.of(argument, one)).isEqualTo(Meaning.of(argument, other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "energy      | 2-7                    | 2-7.1",
                "energy      | 35-480                 | pi:35-480",
                "region      | circle(83,22,60\")     | fk5;circle(83,22,60\")",
                "region      | circle(83,22,60\")     | circle(83,22,60)",
                "time        | 100-200                | mjd:100-200",
                "time        | 100-200                | 100-201",
                "bands       | 0.5-1,1-2              | 1-2,0.5-1",
                "filter      | PI > 20                | PI >= 20",
                "filter      | PI in (20:30]          | PI in [20:30]",
                "energy      | a lot                  | a little"
            })
    void othersAreNot(String argument, String one, String other) {
        assertThat(Meaning.of(argument, one)).isNotEqualTo(Meaning.of(argument, other));
    }
}
