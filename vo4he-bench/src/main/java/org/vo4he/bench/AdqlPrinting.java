// SPDX-License-Identifier: Apache-2.0
package org.vo4he.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vo4he.adql.AdqlChecker;
import org.vo4he.adql.AdqlException;
import org.vo4he.adql.AdqlParser;
import org.vo4he.adql.AdqlType;
import org.vo4he.adql.Catalogue;
import org.vo4he.adql.CatalogueColumn;
import org.vo4he.adql.CatalogueTable;
import org.vo4he.adql.DuckDbDialect;
import org.vo4he.adql.PrintedSql;
import org.vo4he.adql.SkyIndex;
import org.vo4he.obscore.ObsCoreColumn;

/// From the text of a query to the SQL of DuckDB: parsed, checked, printed.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AdqlPrinting {

    @Param({
        "SELECT TOP 10 obs_id, s_ra FROM ivoa.obscore WHERE dataproduct_type = 'event' ORDER BY t_min",
        "SELECT * FROM ivoa.obscore WHERE 1 = CONTAINS(POINT(s_ra, s_dec), CIRCLE(83.63, 22.01, 0.1))",
        "SELECT facility_name, count(*) AS n FROM ivoa.obscore GROUP BY facility_name HAVING count(*) > 1"
    })
    public String query;

    private final Catalogue catalogue = Catalogue.of(List.of(new CatalogueTable(
            "ivoa",
            "obscore",
            "\"ivoa\".\"obscore\"",
            ObsCoreColumn.core().stream().map(AdqlPrinting::column).toList(),
            Optional.of(new SkyIndex("s_ra", "s_dec", "healpix", "x", "y", "z", Optional.empty())))));

    private static CatalogueColumn column(ObsCoreColumn column) {
        AdqlType type = switch (column.type()) {
            case INTEGER -> AdqlType.INTEGER;
            case BIGINT -> AdqlType.BIGINT;
            case DOUBLE -> AdqlType.DOUBLE;
            case TEXT -> AdqlType.VARCHAR;
            case TIMESTAMP -> AdqlType.TIMESTAMP;
            case REGION -> AdqlType.REGION;
        };
        return new CatalogueColumn(
                column.columnName(),
                type,
                "",
                "",
                column.unit(),
                column.ucd(),
                column.utype(),
                column.description(),
                true,
                false,
                true,
                false,
                Optional.empty());
    }

    @Benchmark
    public PrintedSql print() throws AdqlException {
        return new DuckDbDialect().print(AdqlChecker.check(AdqlParser.parse(query), catalogue), 1000);
    }
}
