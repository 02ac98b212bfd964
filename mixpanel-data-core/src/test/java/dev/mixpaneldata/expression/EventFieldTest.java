package dev.mixpaneldata.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventFieldTest {
  @Test
  void eventsAreReadByTheirNamesInExpressions() {
    assertThat(EventField.of(Expression.eventTime())).hasValue(EventField.TIME);
    assertThat(EventField.of(Expression.property("time"))).hasValue(EventField.TIME);
    assertThat(EventField.of(Expression.property("$event_name"))).hasValue(EventField.NAME);
    assertThat(EventField.of(Expression.property("$distinct_id"))).hasValue(EventField.DISTINCT_ID);
  }

  @Test
  void profilesAndPartsOfValuesAreOrdinaryProperties() {
    assertThat(EventField.of(Expression.userProperty("time"))).isEmpty();
    assertThat(EventField.of(Expression.property("time").at("x"))).isEmpty();
    assertThat(EventField.of(Expression.property("plan"))).isEmpty();
  }
}
