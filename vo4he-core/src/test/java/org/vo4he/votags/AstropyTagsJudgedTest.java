// SPDX-License-Identifier: Apache-2.0
package org.vo4he.votags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vo4he.votags.TaggedFiles.value;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.testkit.Judges;
import org.vo4he.testkit.Verdict;

/// Extensions that astropy writes in the layout of the seed, and in the layouts that one may write with less care.
class AstropyTagsJudgedTest {

    private static final String WRITE = """
            import json, sys, warnings
            import numpy
            from astropy.io import fits
            warnings.simplefilter('ignore')
            folder = sys.argv[1]
            steps = [{'args': [{'index': 0, 'inputdata': {'description': 'program', 'editable': False,
                                                          'location': '/opt', 'path': 'DummyJob.py'}},
                               {'index': 1, 'parameter': {'description': 'caf\\u00e9', 'editable': True, 'value': '2'}}]}]
            text = json.dumps({'provenance': steps})
            cards = [('DP_TYPE', 'SPECTRUM', 'dataproduct_type'), ('CAL_LV', 'NotSet', 'calib_level (0 to 4)'),
                     ('OBS_ID', '0105070101'), ('RELEA_DAT', '2027-03-04', 'obs_release_date (ISO 8601)'),
                     ('S_RA', '83.633'), ('S_DEC', 22.0145), ('EV_XEL', 25000), ('EN_MIN', 200.0),
                     ('S_REGION', 'POLYGON ICRS' + ' 83.6331 -22.0145' * 20), ('OBS_TITL', "it's the Crab"),
                     ('MSG_NM', 'photon')]
            def tagged(hdu):
                hdu.name = 'VO-TAGS'
                for card in cards:
                    hdu.header[card[0]] = card[1:] if len(card) > 2 else card[1]
                return hdu
            size = len(text)
            column = lambda form, array: fits.Column(name='provenance', format=form, array=array)
            one = numpy.array([text])
            codes = numpy.empty(1, dtype=object)
            codes[0] = numpy.frombuffer(text.encode(), dtype='S1')
            hdus = {
                'ascii': fits.TableHDU.from_columns([fits.Column(name='provenance', format='A%d' % size,
                                                                 array=one, ascii=True)]),
                'binary': fits.BinTableHDU.from_columns([column('%dA' % size, one)]),
                'variable': fits.BinTableHDU.from_columns([column('PA()', codes)]),
                'header': fits.ImageHDU(),
            }
            for name, hdu in hdus.items():
                fits.HDUList([fits.PrimaryHDU(), tagged(hdu)]).writeto('%s/%s.fits' % (folder, name), checksum=name != 'variable')
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        Verdict verdict = Judges.python(WRITE, folder.toString());
        assertThat(verdict.exitCode()).as(verdict.text()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascii", "binary", "variable", "header"})
    void everyValueIsReadBackWhateverTheTable(String layout) throws Exception {
        VoTags tags = TaggedFiles.tags(folder.resolve(layout + ".fits"));

        assertThat(value(tags, ObsCoreColumn.DATAPRODUCT_TYPE)).contains("spectrum");
        assertThat(value(tags, ObsCoreColumn.CALIB_LEVEL)).isEmpty();
        assertThat(value(tags, ObsCoreColumn.OBS_ID)).contains("0105070101");
        assertThat(value(tags, ObsCoreColumn.OBS_RELEASE_DATE)).contains("2027-03-04T00:00:00");
        assertThat(value(tags, ObsCoreColumn.S_RA)).contains(83.633);
        assertThat(value(tags, ObsCoreColumn.S_DEC)).contains(22.0145);
        assertThat(value(tags, ObsCoreColumn.EV_XEL)).contains(25000L);
        assertThat(value(tags, ObsCoreColumn.ENERGY_MIN)).contains(200.0);
        assertThat(value(tags, ObsCoreColumn.S_REGION)).contains("POLYGON ICRS" + " 83.6331 -22.0145".repeat(20));
        assertThat(value(tags, ObsCoreColumn.OBS_TITLE)).contains("it's the Crab");
        assertThat(value(tags, ObsCoreColumn.MESSENGER_NAME)).contains("photon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascii", "binary", "variable"})
    void theProvenanceIsReadBackWhateverTheTable(String layout) throws Exception {
        VoTags tags = TaggedFiles.tags(folder.resolve(layout + ".fits"));

        assertThat(tags.provenanceJson().orElseThrow()).contains("DummyJob.py", "caf\\u00e9");
        assertThat(codes(tags)).doesNotContain(VoTagsFinding.UNREADABLE, VoTagsFinding.PROVENANCE_UNREADABLE);
        assertThat(codes(tags).contains(VoTagsFinding.LAYOUT)).isEqualTo(!layout.equals("ascii"));
    }

    @Test
    void aHeaderAloneHasNoProvenanceAndTheReaderSaysWhatItIs() throws Exception {
        VoTags tags = TaggedFiles.tags(folder.resolve("header.fits"));

        assertThat(tags.provenanceJson()).isEmpty();
        assertThat(codes(tags)).contains(VoTagsFinding.LAYOUT);
    }

    private static List<VoTagsFinding> codes(VoTags tags) {
        return tags.findings().stream().map(f -> (VoTagsFinding) f.code()).toList();
    }
}
