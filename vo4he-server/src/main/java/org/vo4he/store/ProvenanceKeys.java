// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.ArrayList;
import java.util.List;
import org.vo4he.store.TapSchema.KeyColumn;
import org.vo4he.store.TapSchema.KeyRow;

/// How the tables of ProvenanceDM refer to each other, and to `ivoa.obscore`.
final class ProvenanceKeys {

    private static final String SCHEMA = ProvenanceTables.SCHEMA;

    private ProvenanceKeys() {}

    static List<KeyRow> all() {
        List<KeyRow> keys = new ArrayList<>();
        keys.add(key("used", "u_activity_id", "activity", "a_id"));
        keys.add(key("used", "u_entity_id", "entity", "e_id"));
        keys.add(key("wasgeneratedby", "wgb_entity_id", "entity", "e_id"));
        keys.add(key("wasgeneratedby", "wgb_activity_id", "activity", "a_id"));
        keys.add(key("wasderivedfrom", "wdf_entity_id", "entity", "e_id"));
        keys.add(key("wasderivedfrom", "wdf_usedentity_id", "entity", "e_id"));
        keys.add(key("wasinformedby", "wib_informed_id", "activity", "a_id"));
        keys.add(key("wasinformedby", "wib_informant_id", "activity", "a_id"));
        keys.add(key("wasassociatedwith", "waw_activity_id", "activity", "a_id"));
        keys.add(key("wasassociatedwith", "waw_agent_id", "agent", "ag_id"));
        keys.add(key("wasattributedto", "wat_entity_id", "entity", "e_id"));
        keys.add(key("wasattributedto", "wat_agent_id", "agent", "ag_id"));
        keys.add(key("activity", "a_description", "activitydescription", "ad_id"));
        keys.add(key("used", "u_description", "usagedescription", "ud_id"));
        keys.add(key("wasgeneratedby", "wgb_description", "generationdescription", "gd_id"));
        keys.add(key("usagedescription", "ud_activitydescription_id", "activitydescription", "ad_id"));
        keys.add(key("generationdescription", "gd_activitydescription_id", "activitydescription", "ad_id"));
        keys.add(key("parameter", "p_activity_id", "activity", "a_id"));
        keys.add(key("parameter", "p_description", "parameterdescription", "pd_id"));
        keys.add(key("wasconfiguredby", "wcb_activity_id", "activity", "a_id"));
        keys.add(key("wasconfiguredby", "wcb_parameter_id", "parameter", "p_id"));
        keys.add(key("wasconfiguredby", "wcb_configfile_id", "configfile", "cf_id"));
        keys.add(key("configfile", "cf_description", "configfiledescription", "cfd_id"));
        keys.add(key("configfiledescription", "cfd_activitydescription_id", "activitydescription", "ad_id"));
        keys.add(new KeyRow(
                "obscore_entity",
                "ivoa.obscore",
                SCHEMA + ".entity",
                "The product as an entity of provenance",
                "",
                List.of(new KeyColumn("obs_publisher_did", "e_id"))));
        return keys;
    }

    private static KeyRow key(String from, String column, String target, String id) {
        return new KeyRow(
                "provenance_" + column,
                SCHEMA + "." + from,
                SCHEMA + "." + target,
                "",
                "",
                List.of(new KeyColumn(column, id)));
    }
}
