package dev.mixpaneldata.storage.expression;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.Binary;
import dev.mixpaneldata.expression.BooleanLiteral;
import dev.mixpaneldata.expression.EmptyLiteral;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.expression.ExpressionVisitor;
import dev.mixpaneldata.expression.FunctionCall;
import dev.mixpaneldata.expression.FunctionName;
import dev.mixpaneldata.expression.InfixOperator;
import dev.mixpaneldata.expression.ListLiteral;
import dev.mixpaneldata.expression.Logical;
import dev.mixpaneldata.expression.LogicalOperator;
import dev.mixpaneldata.expression.NumberLiteral;
import dev.mixpaneldata.expression.StringLiteral;
import dev.mixpaneldata.expression.Unary;
import dev.mixpaneldata.report.CustomPropertyName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles the expressions of one query to SQL. For one thread. */
public final class ExpressionCompiler {
  /** The longest SQL of one expression; nested casts of casts grow with each level. */
  private static final int LONGEST = 1_000_000;

  private final PropertyReader properties;
  private final ExpressionOptions options;
  private final Casts casts;
  private final Comparisons comparisons;

  /** Creates a compiler for rows that have these properties. */
  public ExpressionCompiler(PropertyReader properties, ExpressionOptions options) {
    this.properties = properties;
    this.options = options;
    this.casts = new Casts(options);
    this.comparisons = new Comparisons(options, casts);
  }

  /** Returns a condition: which rows pass, and for which rows Mixpanel would refuse to answer. */
  public Condition condition(Expression expression) {
    Visit visit = new Visit();
    return new Condition(
        checked(expression.accept(visit).passes()),
        checked(Comparisons.anyOf(visit.misuses)),
        !visit.misuses.isEmpty());
  }

  /** Returns the number, NULL if the value is not a number. */
  public String number(Expression expression) {
    return checked(expression.accept(new Visit()).sql(Kind.NUMBER));
  }

  /** Returns SQL that is true if there is a value other than null. */
  public String hasValue(Expression expression) {
    TypedSql term = expression.accept(new Visit());
    return checked(
        term.has(Kind.NULL)
            ? "(" + term.isPresent() + " AND NOT " + term.sql(Kind.NULL) + ")"
            : term.isPresent());
  }

  /** Returns the value as JSON, with numbers in their shortest form; NULL if undefined or null. */
  public String json(Expression expression) {
    return checked(JsonForms.value(expression.accept(new Visit()), casts));
  }

  /** Returns the value as the name of a segment. */
  public SegmentKey key(Expression expression) {
    TypedSql term = expression.accept(new Visit());
    List<String> scalar = new ArrayList<>();
    TypedSql text = casts.toText(term.only(EnumSet.complementOf(EnumSet.of(Kind.LIST))));
    if (text.has(Kind.TEXT)) {
      scalar.add(text.sql(Kind.TEXT));
    }
    if (term.has(Kind.OBJECT)) {
      scalar.add(term.sql(Kind.OBJECT));
    }
    if (term.has(Kind.NULL)) {
      scalar.add("CASE WHEN " + term.sql(Kind.NULL) + " THEN 'null' END");
    }
    scalar.add("'undefined'");
    String single = Casts.coalesce(scalar);
    if (!term.has(Kind.LIST)) {
      return new SegmentKey(checked(single), false);
    }
    String list = term.sql(Kind.LIST);
    return new SegmentKey(
        checked(
            "CASE WHEN ("
                + list
                + ") IS NULL THEN ["
                + single
                + "] WHEN ("
                + list
                + ") = '[]' THEN ['undefined'] ELSE "
                + JsonForms.keys(list)
                + " END"),
        true);
  }

  private String isDefined(TypedSql term) {
    return term.has(Kind.NULL) && !options.nullIsDefined()
        ? "(" + term.isPresent() + " AND NOT " + term.sql(Kind.NULL) + ")"
        : term.isPresent();
  }

  private static String checked(String sql) {
    if (sql.length() > LONGEST) {
      throw MixpanelDataException.cannotAnswer(
          "The expression is too deep to be answered locally.",
          "Use fewer casts and sums inside each other.");
    }
    return sql;
  }

  /** Visits one expression once. */
  private final class Visit implements ExpressionVisitor<TypedSql> {
    private final List<String> misuses = new ArrayList<>();

    @Override
    public TypedSql visitAccessor(Accessor accessor) {
      if (CustomPropertyName.idOf(accessor.name()).isPresent()) {
        throw MixpanelDataException.cannotAnswer(
            "The custom property of " + accessor.text() + " is known to Mixpanel alone.",
            Hint.anyOf(
                Hint.way("write its formula as an expression"),
                Hint.way("ask Mixpanel with {}", Reference.LIVE_SOURCE)));
      }
      return properties.read(accessor);
    }

    @Override
    public TypedSql visitString(StringLiteral literal) {
      return TypedSql.of(Kind.TEXT, SqlValues.text(literal.value())).withConstant(literal.value());
    }

    @Override
    public TypedSql visitNumber(NumberLiteral literal) {
      return TypedSql.of(Kind.NUMBER, SqlValues.number(literal.value()))
          .withConstant(literal.value());
    }

    @Override
    public TypedSql visitBoolean(BooleanLiteral literal) {
      return TypedSql.of(Kind.TRUTH, literal.value() ? "TRUE" : "FALSE").withConstant(literal);
    }

    @Override
    public TypedSql visitEmpty(EmptyLiteral literal) {
      return switch (literal) {
        case NULL -> TypedSql.of(Kind.NULL, "TRUE").withConstant(literal);
        case UNDEFINED -> new TypedSql();
      };
    }

    @Override
    public TypedSql visitNow() {
      double seconds = options.now();
      return TypedSql.of(Kind.NUMBER, SqlValues.number(seconds)).withConstant(seconds);
    }

    @Override
    public TypedSql visitList(ListLiteral list) {
      List<TypedSql> elements = all(list.elements());
      return new TypedSql()
          .with(Kind.LIST, () -> JsonForms.list(elements, casts))
          .withElements(elements)
          .withConstant(list);
    }

    @Override
    public TypedSql visitUnary(Unary unary) {
      TypedSql operand = unary.operand().accept(this);
      return switch (unary.operator()) {
        case NOT -> not(operand);
        case NEGATE ->
            operand.has(Kind.NUMBER)
                ? new TypedSql().withNumber(() -> "(-(" + operand.arithmetic() + "))")
                : new TypedSql();
        case DEFINED -> TypedSql.of(Kind.TRUTH, isDefined(operand));
      };
    }

    private TypedSql not(TypedSql operand) {
      boolean booleanOrUndefined = EnumSet.of(Kind.TRUTH).containsAll(operand.kinds());
      return TypedSql.of(
          Kind.TRUTH,
          booleanOrUndefined
              ? "NOT coalesce(" + operand.passes() + ", FALSE)"
              : "CASE WHEN NOT "
                  + operand.isPresent()
                  + " THEN TRUE ELSE NOT ("
                  + operand.sql(Kind.TRUTH)
                  + ") END");
    }

    @Override
    public TypedSql visitBinary(Binary binary) {
      TypedSql left = binary.left().accept(this);
      TypedSql right = binary.right().accept(this);
      return switch (binary.operator()) {
        case EQUAL -> comparisons.equal(left, right);
        case NOT_EQUAL -> comparisons.notEqual(left, right);
        case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
            comparisons.order(left, right, binary.operator().word());
        case IN -> comparisons.in(left, right);
        case NOT_IN -> not(comparisons.in(left, right));
        case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER ->
            arithmetic(binary.operator(), left, right);
      };
    }

    private TypedSql arithmetic(InfixOperator operator, TypedSql left, TypedSql right) {
      TypedSql result = new TypedSql();
      if (left.has(Kind.NUMBER) && right.has(Kind.NUMBER)) {
        boolean divides = operator == InfixOperator.DIVIDE || operator == InfixOperator.REMAINDER;
        // An infinite divisor is undefined here: dividing by it would give a finite number.
        result.withNumber(
            () ->
                "("
                    + left.arithmetic()
                    + " "
                    + operator.word()
                    + " "
                    + (divides ? "(" + right.sql(Kind.NUMBER) + ")" : right.arithmetic())
                    + ")");
      }
      if (operator == InfixOperator.ADD && left.has(Kind.TEXT) && right.has(Kind.TEXT)) {
        result.with(
            Kind.TEXT, () -> "((" + left.sql(Kind.TEXT) + ") || (" + right.sql(Kind.TEXT) + "))");
      }
      return result;
    }

    @Override
    public TypedSql visitLogical(Logical logical) {
      List<TypedSql> operands = all(logical.operands());
      for (TypedSql operand : operands) {
        if (!EnumSet.of(Kind.TRUTH).containsAll(operand.kinds())) {
          misuses.add(operand.isAnyOf(EnumSet.complementOf(EnumSet.of(Kind.TRUTH))));
        }
      }
      String word = logical.operator() == LogicalOperator.AND ? " AND " : " OR ";
      return new TypedSql()
          .withTruth(
              () ->
                  operands.stream()
                      .map(operand -> "coalesce(" + operand.passes() + ", FALSE)")
                      .collect(Collectors.joining(word, "(", ")")),
              () ->
                  operands.stream()
                      .map(TypedSql::passes)
                      .collect(Collectors.joining(word, "(", ")")));
    }

    @Override
    public TypedSql visitCall(FunctionCall call) {
      FunctionName function =
          call.function()
              .orElseThrow(
                  () ->
                      MixpanelDataException.invalidArgument(
                          "The function " + call.name() + " is known to Mixpanel alone.",
                          "Ask Mixpanel, or use one of "
                              + Arrays.stream(FunctionName.values())
                                  .map(FunctionName::word)
                                  .collect(Collectors.joining(", "))
                              + "."));
      List<TypedSql> arguments = all(call.arguments());
      TypedSql first = arguments.get(0);
      return switch (function) {
        case BOOLEAN -> casts.toBoolean(first);
        case NUMBER -> casts.toNumber(first);
        case STRING -> casts.toText(first);
        case LIST -> casts.toList(first);
        case DATETIME -> casts.toDatetime(first);
        case FLOOR -> rounded("floor(%s)", first);
        case CEIL -> rounded("ceil(%s)", first);
        case ROUND -> rounded(rounding(), first);
        case HAS_PREFIX -> comparisons.affix(first, arguments.get(1), "starts_with");
        case HAS_SUFFIX -> comparisons.affix(first, arguments.get(1), "suffix");
      };
    }

    private String rounding() {
      return switch (options.halves()) {
        case AWAY_FROM_ZERO -> "round(%s)";
        case TO_EVEN -> "round_even(%s, 0)";
        case UP -> "floor(%1$s) + (%1$s - floor(%1$s) >= 0.5)::INTEGER";
      };
    }

    private TypedSql rounded(String form, TypedSql term) {
      return term.has(Kind.NUMBER)
          ? new TypedSql().withNumber(() -> "(" + form.formatted(term.arithmetic()) + ")")
          : new TypedSql();
    }

    private List<TypedSql> all(List<Expression> expressions) {
      return expressions.stream().map(expression -> expression.accept(this)).toList();
    }
  }
}
