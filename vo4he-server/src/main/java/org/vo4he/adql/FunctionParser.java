// SPDX-License-Identifier: Apache-2.0
package org.vo4he.adql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Calls: functions of values, aggregates, geometry, `CAST`. Which functions there are is part of the grammar.
final class FunctionParser {

    private static final List<AdqlType> CAST_TARGETS = List.of(
            AdqlType.SMALLINT,
            AdqlType.INTEGER,
            AdqlType.BIGINT,
            AdqlType.REAL,
            AdqlType.CHAR,
            AdqlType.VARCHAR,
            AdqlType.TIMESTAMP,
            AdqlType.POINT,
            AdqlType.CIRCLE,
            AdqlType.POLYGON);

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final Set<String> declared;

    /// @param declared names in upper case of functions known beside our own
    FunctionParser(TokenStream tokens, ExpressionParser expressions, Set<String> declared) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.declared = declared;
    }

    /// A call; the next tokens are its name and a parenthesis.
    Expression call() throws AdqlException {
        Token name = tokens.take();
        tokens.expect("(");
        tokens.enter();
        Expression call = call(name);
        tokens.leave();
        tokens.expect(")");
        return call;
    }

    private Expression call(Token name) throws AdqlException {
        String upper = name.text().toUpperCase(Locale.ROOT);
        if (upper.equals("CAST")) {
            return cast(name.at());
        }
        if (upper.equals("IN_UNIT")) {
            return inUnit(name.at());
        }
        Optional<SetFunction> aggregate = Arrays.stream(SetFunction.values())
                .filter(function -> function.name().equals(upper))
                .findFirst();
        if (aggregate.isPresent()) {
            return aggregate(aggregate.get(), name.at());
        }
        Optional<GeometryFunction> geometry = GeometryFunction.named(upper);
        if (geometry.isPresent()) {
            return GeometryArguments.call(geometry.get(), arguments(), name.at());
        }
        return plain(name, upper);
    }

    private Expression plain(Token name, String upper) throws AdqlException {
        Optional<AdqlFunction> function = AdqlFunction.named(upper);
        if (function.isEmpty() && !declared.contains(upper)) {
            throw new AdqlException(
                    name.at(),
                    "found " + name.text() + "(, expected a function that this service has"
                            + Nearest.hint(name.text(), known()));
        }
        List<Expression> arguments = arguments();
        if (function.isPresent() && !function.get().takes(arguments.size())) {
            throw new AdqlException(
                    name.at(),
                    "found %d arguments of %s, expected %s"
                            .formatted(arguments.size(), upper, function.get().arity()));
        }
        return new Expression.Call(upper, arguments, name.at());
    }

    private static List<String> known() {
        List<String> names = new ArrayList<>();
        Arrays.stream(AdqlFunction.values()).map(Enum::name).forEach(names::add);
        Arrays.stream(GeometryFunction.values()).map(Enum::name).forEach(names::add);
        Arrays.stream(SetFunction.values()).map(Enum::name).forEach(names::add);
        return names;
    }

    private List<Expression> arguments() throws AdqlException {
        List<Expression> arguments = new ArrayList<>();
        if (!tokens.isNext(")")) {
            do {
                arguments.add(expressions.value());
            } while (tokens.accept(","));
        }
        return arguments;
    }

    private Expression aggregate(SetFunction function, Position at) throws AdqlException {
        if (function == SetFunction.COUNT && tokens.accept("*")) {
            return new Expression.Aggregate(function, false, Optional.empty(), at);
        }
        boolean distinct = tokens.accept("DISTINCT");
        if (!distinct) {
            tokens.accept("ALL");
        }
        return new Expression.Aggregate(function, distinct, Optional.of(expressions.value()), at);
    }

    private Expression cast(Position at) throws AdqlException {
        Expression operand = expressions.value();
        tokens.expect("AS");
        AdqlType type = castTarget();
        OptionalInt length = OptionalInt.empty();
        if ((type == AdqlType.CHAR || type == AdqlType.VARCHAR) && tokens.accept("(")) {
            long characters = tokens.unsignedInteger("a length");
            length = OptionalInt.of(Math.clamp(characters, 0, Integer.MAX_VALUE));
            tokens.expect(")");
        }
        return new Expression.Cast(operand, type, length, at);
    }

    private AdqlType castTarget() throws AdqlException {
        for (AdqlType type : CAST_TARGETS) {
            if (tokens.accept(type.name())) {
                return type;
            }
        }
        if (tokens.accept("DOUBLE")) {
            tokens.expect("PRECISION");
            return AdqlType.DOUBLE;
        }
        throw tokens.unexpected("a type: SMALLINT, INTEGER, BIGINT, REAL, DOUBLE PRECISION, CHAR, VARCHAR, TIMESTAMP,"
                + " POINT, CIRCLE or POLYGON");
    }

    private Expression inUnit(Position at) throws AdqlException {
        Expression value = expressions.value();
        tokens.expect(",");
        Token unit = tokens.peek();
        if (unit.kind() != Token.Kind.TEXT) {
            throw tokens.unexpected("a unit in single quotes, such as 'deg'");
        }
        tokens.take();
        return new Expression.InUnit(value, unit.text(), at);
    }
}
