// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vo4he.store.TapSchema.ColumnRow;
import org.vo4he.store.TapSchema.KeyColumn;
import org.vo4he.store.TapSchema.KeyRow;
import org.vo4he.store.TapSchema.SchemaRow;
import org.vo4he.store.TapSchema.TableRow;

/// The classes of IVOA ProvenanceDM 1.0 (REC 2020-04-11) as tables to query. Names and utypes are those of the draft of
/// ProvTAP (tables of PROV-VOTable in the working drafts of ProvenanceDM): a column begins with the letters of its
/// table, so that joins have no two of one name. Attributes that came with the recommendation are named in the same
/// way; a relation of many to many, which the draft keeps in one column, has a table of its own.
final class ProvenanceTables {

    private static final String SCHEMA = "provenance";

    private ProvenanceTables() {}

    static SchemaRow schema() {
        return new SchemaRow(
                SCHEMA,
                "voprov",
                "How products were made, in the classes of IVOA ProvenanceDM 1.0",
                List.of(
                        table(
                                "entity",
                                "Entity",
                                "Files: every product, and what provenance names besides",
                                id("e_id", "Entity.id", "Identifier; the publisher DID of a product"),
                                text("e_name", "Entity.name", "meta.title", "File name"),
                                text("e_type", "Entity.type", "meta.code.class", "DatasetEntity or Collection"),
                                text(
                                        "e_location",
                                        "Entity.location",
                                        "meta.file",
                                        "Path in this archive, else the path recorded where it was used or made"),
                                time(
                                        "e_generatedattime",
                                        "Entity.generatedAtTime",
                                        "time.creation",
                                        "When it was made, as the product states it"),
                                text("e_comment", "Entity.comment", "meta.note", "Words recorded with it; 'withdrawn'"),
                                text("e_rights", "Entity.rights", "meta.code", "Access rights, as in ObsCore")),
                        table(
                                "activity",
                                "Activity",
                                "Program runs",
                                id("a_id", "Activity.id", "Identifier of the run"),
                                text("a_name", "Activity.name", "meta.title", "Name of the step or program"),
                                time("a_starttime", "Activity.startTime", "time.start", "When it began, as recorded"),
                                time("a_endtime", "Activity.endTime", "time.end", "When it ended, as recorded"),
                                text("a_comment", "Activity.comment", "meta.note", "Exit code, or where it was read"),
                                text("a_description", "Activity.description", "meta.id", "The program that ran")),
                        table(
                                "activitydescription",
                                "ActivityDescription",
                                "Programs in their versions",
                                id("ad_id", "ActivityDescription.id", "Identifier of program and version"),
                                text("ad_name", "ActivityDescription.name", "meta.title", "Name of the program"),
                                text("ad_version", "ActivityDescription.version", "meta.version", "Its version")),
                        table(
                                "agent",
                                "Agent",
                                "Programs, computers, publishers and creators",
                                id("ag_id", "Agent.id", "Identifier"),
                                text("ag_name", "Agent.name", "meta.title", "Name"),
                                text(
                                        "ag_type",
                                        "Agent.type",
                                        "meta.code.class",
                                        "SoftwareAgent or Organization; NULL where neither is known"),
                                text("ag_comment", "Agent.comment", "meta.note", "Version of a program; 'computer'")),
                        table(
                                "used",
                                "Used",
                                "What runs read",
                                text("u_activity_id", "Used.activity", "meta.id", "The run"),
                                text("u_entity_id", "Used.entity", "meta.id", "The file"),
                                text("u_role", "Used.role", "meta.code.class", "What it was to the run"),
                                number("u_index", "Place on the command line"),
                                matched("u_matched"),
                                text("u_description", "Used.description", "meta.id", "What the program uses so")),
                        table(
                                "wasgeneratedby",
                                "WasGeneratedBy",
                                "What runs wrote",
                                text("wgb_entity_id", "WasGeneratedBy.entity", "meta.id", "The file"),
                                text("wgb_activity_id", "WasGeneratedBy.activity", "meta.id", "The run"),
                                text("wgb_role", "WasGeneratedBy.role", "meta.code.class", "What it was to the run"),
                                number("wgb_index", "Place on the command line"),
                                matched("wgb_matched"),
                                text(
                                        "wgb_description",
                                        "WasGeneratedBy.description",
                                        "meta.id",
                                        "What the program makes so")),
                        table(
                                "usagedescription",
                                "UsageDescription",
                                "The parts that files play in what programs read",
                                id("ud_id", "UsageDescription.id", "Identifier: program and role"),
                                text("ud_role", "UsageDescription.role", "meta.code.class", "What it is to the run"),
                                text(
                                        "ud_type",
                                        "UsageDescription.type",
                                        "meta.code.class",
                                        "Calibration; NULL where it is not known"),
                                text("ud_activitydescription_id", "ActivityDescription.id", "meta.id", "The program")),
                        table(
                                "generationdescription",
                                "GenerationDescription",
                                "The parts that files play in what programs write",
                                id("gd_id", "GenerationDescription.id", "Identifier: program and role"),
                                text(
                                        "gd_role",
                                        "GenerationDescription.role",
                                        "meta.code.class",
                                        "What it is to the run"),
                                text("gd_activitydescription_id", "ActivityDescription.id", "meta.id", "The program")),
                        table(
                                "wasderivedfrom",
                                "WasDerivedFrom",
                                "Products remade from others",
                                text("wdf_entity_id", "Entity.id", "meta.id", "The newer one"),
                                text(
                                        "wdf_usedentity_id",
                                        "Entity.wasDerivedFrom.usedEntity",
                                        "meta.id",
                                        "The one it was made from")),
                        table(
                                "wasinformedby",
                                "WasInformedBy",
                                "Runs that followed others",
                                text("wib_informed_id", "Activity.id", "meta.id", "The later run"),
                                text(
                                        "wib_informant_id",
                                        "Activity.wasInformedBy.informant",
                                        "meta.id",
                                        "The run before")),
                        table(
                                "wasassociatedwith",
                                "WasAssociatedWith",
                                "Who ran, and where",
                                text("waw_activity_id", "WasAssociatedWith.activity", "meta.id", "The run"),
                                text("waw_agent_id", "WasAssociatedWith.agent", "meta.id", "The agent"),
                                text("waw_role", "WasAssociatedWith.role", "meta.code.class", "program or host")),
                        table(
                                "wasattributedto",
                                "WasAttributedTo",
                                "Who answers for products",
                                text("wat_entity_id", "WasAttributedTo.entity", "meta.id", "The product"),
                                text("wat_agent_id", "WasAttributedTo.agent", "meta.id", "The agent"),
                                text("wat_role", "WasAttributedTo.role", "meta.code.class", "publisher or creator")),
                        table(
                                "parameter",
                                "Parameter",
                                "Values that runs were given",
                                id("p_id", "Parameter.id", "Identifier: that of the run with the place"),
                                text("p_activity_id", "Activity.id", "meta.id", "The run"),
                                text("p_name", "Parameter.name", "meta.title", "Name, or place"),
                                text("p_value", "Parameter.value", "stat.value", "The value, as text"),
                                text("p_description", "Parameter.description", "meta.id", "What it means")),
                        table(
                                "parameterdescription",
                                "ParameterDescription",
                                "What parameters mean",
                                id("pd_id", "ParameterDescription.id", "Identifier"),
                                text("pd_name", "ParameterDescription.name", "meta.title", "Name, or place"),
                                text("pd_annotation", "ParameterDescription.description", "meta.note", "Words"),
                                text("pd_unit", "ParameterDescription.unit", "meta.unit", "Unit of the value"))));
    }

    static List<KeyRow> keys() {
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

    private static TableRow table(String name, String className, String description, ColumnRow... columns) {
        return new TableRow(
                SCHEMA,
                name,
                "view",
                "voprov:" + className,
                description,
                "\"" + SCHEMA + "\".\"" + name + "\"",
                List.of(columns),
                Optional.empty());
    }

    private static ColumnRow id(String name, String attribute, String description) {
        return text(name, attribute, "meta.id;meta.main", description);
    }

    private static ColumnRow text(String name, String attribute, String ucd, String description) {
        return column(name, "char", "*", "", "voprov:" + attribute, ucd, description);
    }

    private static ColumnRow time(String name, String attribute, String ucd, String description) {
        return column(name, "char", "*", "timestamp", "voprov:" + attribute, ucd, description);
    }

    private static ColumnRow number(String name, String description) {
        return column(name, "int", "", "", "", "meta.number", description);
    }

    /// A column of this archive's own.
    private static ColumnRow matched(String name) {
        return column(
                name,
                "char",
                "*",
                "",
                "",
                "meta.code.qual",
                "How the file was found among the products: itself, did, declared_did, checksum, name; ambiguous, none");
    }

    private static ColumnRow column(
            String name,
            String datatype,
            String arraysize,
            String xtype,
            String utype,
            String ucd,
            String description) {
        return new ColumnRow(
                name,
                datatype,
                arraysize,
                xtype,
                Optional.empty(),
                description,
                utype,
                "",
                ucd,
                false,
                true,
                false,
                Optional.empty());
    }
}
