package dev.mixpaneldata.internal.live;

/**
 * The scripts of the five statistics. Arguments reach them as {@code params} only, never as part of
 * the script.
 */
public enum JqlScript {
  /** Rows {@code [kind, value], count}; a group's key must be scalar, so structures are text. */
  DISTRIBUTION(
      """
      function main() {
        return Events({
          from_date: params.from_date,
          to_date: params.to_date,
          event_selectors: [{event: params.event}]
        }).map(function (event) {
          var value = event.properties[params.property];
          if (value === undefined || value === null) {
            return {kind: "unset", value: ""};
          }
          return typeof value === "object"
            ? {kind: "json", value: JSON.stringify(value)}
            : {kind: "plain", value: value};
        }).groupBy(["kind", "value"], mixpanel.reducer.count());
      }
      """),
  /** One row: summary, percentiles, least, greatest. */
  NUMERIC_SUMMARY(
      """
      function main() {
        return Events({
          from_date: params.from_date,
          to_date: params.to_date,
          event_selectors: [{event: params.event}]
        }).filter(function (event) {
          return typeof event.properties[params.property] === "number";
        }).map(function (event) {
          return {value: event.properties[params.property]};
        }).reduce([
          mixpanel.reducer.numeric_summary("value"),
          mixpanel.reducer.numeric_percentiles("value", params.percentiles),
          mixpanel.reducer.min("value"),
          mixpanel.reducer.max("value")
        ]);
      }
      """),
  /** Rows {@code [day, event], count}. Times are the project's wall clock read as UTC. */
  DAILY_COUNTS(
      """
      function main() {
        var query = {from_date: params.from_date, to_date: params.to_date};
        if (params.events) {
          query.event_selectors = params.events.map(function (name) {
            return {event: name};
          });
        }
        return Events(query).groupBy([
          function (event) { return new Date(event.time).toISOString().substr(0, 10); },
          "name"
        ], mixpanel.reducer.count());
      }
      """),
  /** Rows {@code [least events of the group], users}; 0 is below the first group. */
  ENGAGEMENT(
      """
      function main() {
        var query = {from_date: params.from_date, to_date: params.to_date};
        if (params.events) {
          query.event_selectors = params.events.map(function (name) {
            return {event: name};
          });
        }
        return Events(query).groupByUser(mixpanel.reducer.count()).groupBy([
          function (user) {
            var group = 0;
            params.buckets.forEach(function (least) {
              if (user.value >= least) {
                group = least;
              }
            });
            return group;
          }
        ], mixpanel.reducer.count());
      }
      """),
  /** One row: {@code {"total": events, "p0": events with the first property, …}}. */
  COVERAGE(
      """
      function main() {
        return Events({
          from_date: params.from_date,
          to_date: params.to_date,
          event_selectors: [{event: params.event}]
        }).map(function (event) {
          var row = {total: 1};
          params.properties.forEach(function (name, i) {
            var value = event.properties[name];
            row["p" + i] = value === undefined || value === null ? 0 : 1;
          });
          return row;
        }).reduce(mixpanel.reducer.object_merge());
      }
      """);

  private final String text;

  JqlScript(String text) {
    this.text = text;
  }

  /** Returns the text in JavaScript. */
  public String text() {
    return text;
  }
}
