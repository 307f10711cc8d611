// SPDX-License-Identifier: Apache-2.0
package org.vo4he.store;

import java.util.List;
import java.util.Optional;
import org.vo4he.store.TapSchema.ColumnRow;
import org.vo4he.store.TapSchema.SchemaRow;
import org.vo4he.store.TapSchema.TableRow;

/// The classes of IVOA ProvenanceDM 1.0 (REC 2020-04-11) as tables to query. Names and utypes are those of the draft of
/// ProvTAP (tables of PROV-VOTable in the working drafts of ProvenanceDM): a column begins with the letters of its
/// table, so that joins have no two of one name. Attributes that came with the recommendation are named in the same
/// way; a relation of many to many, which the draft keeps in one column, has a table of its own.
final class ProvenanceTables {

    static final String SCHEMA = "provenance";

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
                                text("pd_unit", "ParameterDescription.unit", "meta.unit", "Unit of the value")),
                        table(
                                "wasconfiguredby",
                                "WasConfiguredBy",
                                "What runs were set up with",
                                text("wcb_activity_id", "Activity.id", "meta.id", "The run"),
                                text(
                                        "wcb_artefacttype",
                                        "WasConfiguredBy.artefactType",
                                        "meta.code.class",
                                        "Parameter or ConfigFile"),
                                text("wcb_parameter_id", "Parameter.id", "meta.id", "The parameter, if it is one"),
                                text("wcb_configfile_id", "ConfigFile.id", "meta.id", "The file, if it is one")),
                        table(
                                "configfile",
                                "ConfigFile",
                                "Files that configure runs; none is known, because no record tells them from inputs",
                                id("cf_id", "ConfigFile.id", "Identifier"),
                                text("cf_name", "ConfigFile.name", "meta.title", "File name"),
                                text("cf_location", "ConfigFile.location", "meta.file", "Path of the file"),
                                text("cf_comment", "ConfigFile.comment", "meta.note", "Words recorded with it"),
                                text("cf_description", "ConfigFile.description", "meta.id", "What kind of file")),
                        table(
                                "configfiledescription",
                                "ConfigFileDescription",
                                "What kinds of files configure programs; none is known",
                                id("cfd_id", "ConfigFileDescription.id", "Identifier"),
                                text("cfd_name", "ConfigFileDescription.name", "meta.title", "Name"),
                                text(
                                        "cfd_contenttype",
                                        "ConfigFileDescription.contentType",
                                        "meta.code.mime",
                                        "Media type of the file"),
                                text(
                                        "cfd_activitydescription_id",
                                        "ActivityDescription.id",
                                        "meta.id",
                                        "The program"))));
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
