package dev.mixpaneldata.testkit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomExpressionsTest {
  private static final int ROUNDS = 2000;

  private final Evaluator evaluator = new Evaluator(ExpressionOptions.defaults());
  private final List<JsonNode> records = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();

  RandomExpressionsTest() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    records.add(
        mapper.readTree(
            "{\"s\":\"Oslo\",\"n\":5,\"mixed\":\"5\",\"l\":[\"a\",2],\"d\":\"2026-01-10\"}"));
    records.add(
        mapper.readTree(
            "{\"s\":\"\",\"n\":-1.5,\"mixed\":5,\"t\":true,\"l\":[],\"d\":\"2026-02-01\"}"));
    records.add(mapper.readTree("{\"s\":null,\"mixed\":{\"k\":1},\"t\":false,\"l\":\"a\"}"));
    for (String name : List.of("s", "n", "mixed", "t", "l", "d")) {
      samples.add(
          new Sample(
              Expression.property(name),
              records.stream().filter(r -> r.has(name)).map(r -> r.get(name)).toList()));
    }
  }

  private RandomExpressions random(long seed) {
    return new RandomExpressions(new Random(seed), samples);
  }

  @Test
  void theSameSeedGivesTheSameExpressions() {
    assertThat(random(7).condition(4)).isEqualTo(random(7).condition(4));
    assertThat(random(7).value(4)).isEqualTo(random(7).value(4));
  }

  @Test
  void conditionsNeverFailAndAreBooleansOrUndefined() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Expression condition = random(seed).condition(1 + seed % 5);
      for (JsonNode record : records) {
        Value value = evaluator.evaluate(condition, Subject.event("e", 0, record));
        assertThat(value instanceof Value.Truth || value == Value.Empty.UNDEFINED)
            .as(condition.text())
            .isTrue();
      }
    }
  }

  @Test
  void conditionsTellRecordsApartOftenEnough() {
    int passed = 0;
    int refused = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      if (evaluator.matches(random(seed).condition(3), Subject.event("e", 0, records.get(0)))) {
        passed++;
      } else {
        refused++;
      }
    }
    assertThat(passed).isGreaterThan(ROUNDS / 5);
    assertThat(refused).isGreaterThan(ROUNDS / 5);
  }

  @Test
  void everyExpressionSurvivesItsText() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Expression value = random(seed).value(1 + seed % 5);
      assertThat(Expression.parse(value.text())).isEqualTo(value);
      evaluator.evaluate(value, Subject.event("e", 0, records.get(1)));
    }
  }
}
