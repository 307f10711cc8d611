// SPDX-License-Identifier: Apache-2.0
package org.vo4he.tap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vo4he.adql.OutputColumn;
import org.vo4he.obscore.ObsCoreColumn;
import org.vo4he.votable.Datatype;
import org.vo4he.votable.Field;
import org.vo4he.votable.Head;
import org.vo4he.votable.ReferenceSystem;
import org.vo4he.votable.ServiceDescriptor;

/// What a result says before its rows: its columns with their frames and, where publisher DIDs are among
/// them, the service that tells what belongs to each.
final class ResultHead {

    private static final ReferenceSystem ICRS = new ReferenceSystem.Space("icrs", "ICRS");
    private static final ReferenceSystem UTC_MJD = new ReferenceSystem.Time("utc_mjd", "UTC", "UNKNOWN", "MJD-origin");
    private static final ReferenceSystem UTC = new ReferenceSystem.Time("utc", "UTC", "UNKNOWN", "");

    /// By utype: a column keeps its utype, under whatever name a query selects it.
    private static final Map<String, ReferenceSystem> SYSTEMS = Map.of(
            ObsCoreColumn.S_RA.utype(), ICRS,
            ObsCoreColumn.S_DEC.utype(), ICRS,
            ObsCoreColumn.S_REGION.utype(), ICRS,
            ObsCoreColumn.T_MIN.utype(), UTC_MJD,
            ObsCoreColumn.T_MAX.utype(), UTC_MJD,
            ObsCoreColumn.OBS_CREATION_DATE.utype(), UTC,
            ObsCoreColumn.OBS_RELEASE_DATE.utype(), UTC);

    private static final String DID_ID = "obs_publisher_did";

    private ResultHead() {}

    /// @param infos INFO elements by name
    /// @param baseUrl of this server; empty when there is none, and then no service either
    static Head of(List<OutputColumn> columns, Map<String, String> infos, String baseUrl) {
        List<Field> fields = new ArrayList<>();
        Set<ReferenceSystem> systems = new LinkedHashSet<>();
        boolean hasDid = false;
        for (OutputColumn column : columns) {
            Field field = field(column);
            Optional<ReferenceSystem> system = Optional.ofNullable(SYSTEMS.get(column.utype()));
            system.ifPresent(systems::add);
            field = system.map(ReferenceSystem::id).map(field::withRef).orElse(field);
            if (!hasDid && column.utype().equals(ObsCoreColumn.OBS_PUBLISHER_DID.utype())) {
                hasDid = true;
                field = field.withId(DID_ID);
            }
            fields.add(field);
        }
        List<ServiceDescriptor> services = hasDid && !baseUrl.isEmpty() ? List.of(links(baseUrl)) : List.of();
        return new Head(fields, new LinkedHashMap<>(infos), List.copyOf(systems), services);
    }

    private static Field field(OutputColumn column) {
        String word = column.type().datatype();
        Datatype datatype =
                Datatype.of(word).orElseThrow(() -> new IllegalStateException("no VOTable datatype is called " + word));
        return new Field(
                column.name(),
                datatype,
                column.arraysize(),
                column.xtype(),
                column.unit(),
                column.ucd(),
                column.utype(),
                column.description());
    }

    private static ServiceDescriptor links(String baseUrl) {
        return new ServiceDescriptor(
                "datalink",
                "datalink",
                "What belongs to each product: the file itself and related files",
                baseUrl + "/datalink/links",
                "ivo://ivoa.net/std/DataLink#links-1.1",
                "application/x-votable+xml;content=datalink",
                List.of(new ServiceDescriptor.Input("ID", "meta.id;meta.main", DID_ID, "", "")));
    }
}
