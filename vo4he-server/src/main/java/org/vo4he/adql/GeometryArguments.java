// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.List;
import java.util.Optional;
import org.vo4he.adql.Expression.Call;
import org.vo4he.adql.Expression.ColumnReference;
import org.vo4he.adql.Expression.GeometryCall;
import org.vo4he.adql.Expression.NullLiteral;
import org.vo4he.adql.Expression.TextLiteral;

/// Which arguments the grammar allows each geometry function (ADQL 2.1, appendix A). A point may be written as
/// such or as its two coordinates, so the count decides together with what could be a point.
final class GeometryArguments {

    private GeometryArguments() {}

    static GeometryCall call(GeometryFunction function, List<Expression> all, Position at) throws AdqlException {
        boolean framed = function.takesFrame()
                && !all.isEmpty()
                && (all.getFirst() instanceof TextLiteral || all.getFirst() instanceof NullLiteral);
        Optional<String> frame =
                framed ? Optional.of(all.getFirst() instanceof TextLiteral text ? text.value() : "") : Optional.empty();
        List<Expression> arguments = framed ? all.subList(1, all.size()) : all;
        if (!allowed(function, arguments)) {
            throw new AdqlException(
                    at,
                    "found %d arguments of %s that do not fit, expected %s%s"
                            .formatted(
                                    all.size(),
                                    function,
                                    function.arguments(),
                                    function.takesFrame() ? " (a coordinate system in quotes may come first)" : ""));
        }
        return new GeometryCall(function, frame, List.copyOf(arguments), at);
    }

    private static boolean allowed(GeometryFunction function, List<Expression> arguments) {
        int count = arguments.size();
        return switch (function) {
            case POINT -> count == 2;
            case CIRCLE -> count == 3 || (count == 2 && mayBePoint(arguments.getFirst()));
            case BOX -> count == 4 || (count == 3 && mayBePoint(arguments.getFirst()));
            case POLYGON ->
                (count >= 6 && count % 2 == 0)
                        || (count >= 3 && arguments.stream().allMatch(GeometryArguments::mayBePoint));
            case REGION -> count == 1 && arguments.getFirst() instanceof TextLiteral;
            case CENTROID, AREA, COORDSYS -> count == 1 && mayBeGeometry(arguments.getFirst());
            case COORD1, COORD2 -> count == 1 && mayBePoint(arguments.getFirst());
            case CONTAINS, INTERSECTS -> count == 2 && arguments.stream().allMatch(GeometryArguments::mayBeGeometry);
            case DISTANCE -> count == 4 || (count == 2 && arguments.stream().allMatch(GeometryArguments::mayBePoint));
        };
    }

    private static boolean mayBePoint(Expression expression) {
        return expression instanceof ColumnReference
                || expression instanceof Call
                || expression instanceof Expression.Cast
                || (expression instanceof GeometryCall call
                        && (call.function() == GeometryFunction.POINT || call.function() == GeometryFunction.CENTROID));
    }

    private static boolean mayBeGeometry(Expression expression) {
        return mayBePoint(expression)
                || (expression instanceof GeometryCall call
                        && switch (call.function()) {
                            case POINT, CIRCLE, BOX, POLYGON, REGION, CENTROID -> true;
                            case AREA, COORD1, COORD2, COORDSYS, CONTAINS, INTERSECTS, DISTANCE -> false;
                        });
    }
}
