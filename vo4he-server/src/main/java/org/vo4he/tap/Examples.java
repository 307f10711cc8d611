// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.util.List;
import org.vo4he.http.Markup;

/// The queries of `/tap/examples`, as an XHTML document with RDFa (DALI 1.1, section 2.3).
final class Examples {

    static final String CONTENT_TYPE = "application/xhtml+xml";

    /// @param id unique in the document
    record Example(String id, String name, String adql, String explanation) {}

    /// 12.398419843320026 keV Å (h c, CODATA 2018) is where the wavelengths come from.
    static final List<Example> ALL = List.of(
            new Example(
                    "cone",
                    "What is there around the Crab?",
                    """
                    SELECT obs_publisher_did, dataproduct_type, target_name, s_ra, s_dec, access_url
                    FROM ivoa.obscore
                    WHERE 1 = CONTAINS(POINT('ICRS', s_ra, s_dec), CIRCLE('ICRS', 83.633, 22.015, 0.5))""",
                    "Products whose reference position is within half a degree of a point, ICRS."),
            new Example(
                    "band",
                    "Event lists that cover 2 to 10 keV",
                    """
                    SELECT obs_id, facility_name, instrument_name, t_exptime, access_url
                    FROM ivoa.obscore
                    WHERE dataproduct_type = 'event' AND em_min <= 1.24e-10 AND em_max >= 6.2e-10""",
                    "Bands are given as wavelengths in metres: 10 keV is 1.24e-10 m, 2 keV is 6.2e-10 m."),
            new Example(
                    "time",
                    "What was observed at one moment?",
                    """
                    SELECT obs_id, facility_name, target_name, t_min, t_max
                    FROM ivoa.obscore
                    WHERE t_min <= 58849.0 AND t_max >= 58849.0""",
                    "Times are Modified Julian Dates in UTC; 58849 is 1 January 2020."),
            new Example("exposure", "Exposure by facility and type of product", """
                    SELECT facility_name, dataproduct_type, COUNT(*) AS products, SUM(t_exptime) AS exposure
                    FROM ivoa.obscore
                    GROUP BY facility_name, dataproduct_type
                    ORDER BY facility_name, dataproduct_type""", "Exposure is in seconds."),
            new Example(
                    "inputs",
                    "From which files were the spectra made, and by which program?",
                    """
                    SELECT o.obs_id, a.a_name, e.e_name AS made_from, e.e_id, u.u_matched
                    FROM ivoa.obscore AS o
                    JOIN provenance.wasgeneratedby AS g ON g.wgb_entity_id = o.obs_publisher_did
                    JOIN provenance.activity AS a ON a.a_id = g.wgb_activity_id
                    JOIN provenance.used AS u ON u.u_activity_id = a.a_id
                    JOIN provenance.entity AS e ON e.e_id = u.u_entity_id
                    WHERE o.dataproduct_type = 'spectrum'""",
                    "One step back in the making of products, by the tables of IVOA ProvenanceDM; u_matched says how the"
                            + " input was found among the products of this archive."),
            new Example(
                    "parameters",
                    "Products made with a value of a parameter",
                    """
                    SELECT o.obs_id, a.a_name, p.p_name, p.p_value
                    FROM ivoa.obscore AS o
                    JOIN provenance.wasgeneratedby AS g ON g.wgb_entity_id = o.obs_publisher_did
                    JOIN provenance.activity AS a ON a.a_id = g.wgb_activity_id
                    JOIN provenance.parameter AS p ON p.p_activity_id = a.a_id
                    ORDER BY obs_id, p_name""",
                    "What was told to the programs that made the products."),
            new Example(
                    "columns",
                    "Which columns are there?",
                    """
                    SELECT column_name, datatype, unit, ucd, description
                    FROM tap_schema.columns
                    WHERE table_name = 'ivoa.obscore'""",
                    "TAP_SCHEMA describes every table that can be queried, itself included."));

    private Examples() {}

    static String document(String baseUrl) {
        StringBuilder examples = new StringBuilder();
        ALL.forEach(example -> examples.append("""
                <div id="%1$s" resource="#%1$s" typeof="example">
                 <h2 property="name">%2$s</h2>
                 <pre property="query">%3$s</pre>
                 <p>%4$s</p>
                </div>
                """.formatted(
                        example.id(),
                        Markup.escape(example.name()),
                        Markup.escape(example.adql()).replace("&#10;", "\n"),
                        Markup.escape(example.explanation()))));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">
                <head><title>Example queries</title></head>
                <body vocab="http://www.ivoa.net/rdf/examples#">
                <h1>Example queries for %s/tap</h1>
                %s</body>
                </html>
                """.formatted(Markup.escape(baseUrl), examples);
    }
}
