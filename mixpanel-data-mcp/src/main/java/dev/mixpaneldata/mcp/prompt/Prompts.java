package dev.mixpaneldata.mcp.prompt;

import dev.mixpaneldata.mcp.prompt.Prompt.Argument;
import dev.mixpaneldata.mcp.resource.Completions.Kind;
import java.util.List;
import java.util.Optional;

/** The prompts of this server, under the names of the Python server. */
public final class Prompts {
  private Prompts() {}

  /** Returns all prompts. */
  public static List<Prompt> all() {
    return List.of(
        prompt(
            "analytics_workflow",
            "From what is tracked to a first report, in five steps",
            List.of(),
            """
            Help me understand this Mixpanel project, step by step:
            1. Discover: workspace_info, list_events and top_events. Group the events by what users do.
            2. Pick the three to five events that matter most and look at their properties with list_properties.
            3. First analysis: segmentation of each over the last 30 days; say what rises and falls.
            4. Go deep locally: fetch_events for the last 30 days, then sql and event_breakdown, which cost no quota.
            5. Report: what is healthy, what is not, what you would look at next. Give numbers with their period.\
            """),
        prompt(
            "funnel_analysis",
            "How a funnel converts, where it loses, and for whom",
            List.of(argument("funnel_name", "Name of a saved funnel", "signup", Kind.FUNNEL)),
            """
            Analyse the funnel "{funnel_name}":
            1. Find it with list_funnels. If no funnel has this name, propose steps from list_events and use funnel with steps.
            2. Run funnel for the last 30 days with chart: true. Give the rate of each step and of the whole.
            3. Run funnel again with on, for $os and mp_country_code: which step loses most, which segments convert worse?
            4. Say what to try, each with the number of conversions it could bring. Small segments prove nothing.            """),
        prompt(
            "retention_analysis",
            "Who comes back after an event",
            List.of(argument("event", "Event that begins a user's time", "signup", Kind.EVENT)),
            """
            Analyse retention after "{event}":
            1. Choose the event that means real use with top_events; say why. It need not be "{event}" itself.
            2. Run retention with born_event "{event}", unit week, over the last 8 weeks, with chart: true.
            3. Interpret: where does the curve flatten, are newer cohorts better than older ones?
            4. Compare groups with on (for example $os or mp_country_code), or with cohort_comparison.
            5. Sum up in three sentences with numbers.\
            """),
        prompt(
            "local_analysis_workflow",
            "Fetch events once, then ask as much as you like",
            List.of(argument("table", "Name of a local table", "events", Kind.TABLE)),
            """
            Let us analyse events locally, in the table "{table}":
            1. list_tables: is it there, and for which period? If it is old, sync_table brings it up to date.
            2. Otherwise fetch_events for the period; tell me beforehand if it is a long one.
            3. Explore: event_breakdown, table_schema, property_distribution.
            4. Ask with sql. Properties are JSON: properties->>'$.plan'; common ones are columns.
            5. At the end say which tables are left; drop_table removes them if I agree.\
            """),
        prompt(
            "gqm_decomposition",
            "From a goal to questions to metrics",
            List.of(
                new Argument(
                    "goal",
                    "What you want to understand",
                    "understand user retention",
                    Optional.empty())),
            """
            My goal: {goal}
            1. Make the goal precise: whose behaviour, which period, what would count as better?
            2. Break it into three to five questions that data can answer.
            3. For each name the metric and the tool.
            4. Run what is missing, one query per question.
            5. Put the answers together: what is known, what is likely, what is open.\
            """),
        prompt(
            "growth_accounting",
            "Acquisition, activation, retention, revenue, referral",
            List.of(argument("acquisition_event", "Event of a new user", "signup", Kind.EVENT)),
            """
            Go through the five stages of growth, beginning with "{acquisition_event}":
            1. Name the event of each stage from list_events: activation, return, revenue, referral. Ask me where it is unclear.
            2. Run product_health_dashboard with them for the last 30 days.
            3. Judge each stage by its own trend and by what is usual for this kind of product; say where you guess.
            4. Name the weakest stage and what to look at next there.\
            """),
        prompt(
            "experiment_analysis",
            "Whether an experiment made a difference",
            List.of(
                new Argument(
                    "experiment_name",
                    "Name of the experiment",
                    "homepage_redesign",
                    Optional.empty())),
            """
            Analyse the experiment "{experiment_name}":
            1. Find how variants are recorded: look for $experiment_started or a property with list_properties and list_property_values.
            2. Count users of each variant; are the sizes as planned? A skewed split needs an explanation first.
            3. Compare the target event and retention with cohort_comparison, one filter for each variant.
            4. Significance: look at p, at the size of the effect, and at how long it ran. Do not stop early because of a good day.
            5. Check two or three sub-groups, and say that many comparisons find something by chance.\
            """),
        prompt(
            "data_quality_audit",
            "Whether an event can be trusted",
            List.of(argument("event", "Event to check", "signup", Kind.EVENT)),
            """
            Check the quality of "{event}":
            1. Volume: segmentation by day for 30 days; look for gaps, jumps and days of zero.
            2. Completeness: list_properties, then property_coverage of the important ones.
            3. Values: list_property_values and property_distribution; look for mixed spellings, test data, wrong types.
            4. Duplicates and identity: fetch a day with fetch_events; its answer says how many duplicates there were.
            5. Documentation: lexicon_schemas has the event; does it say what is sent?
            End with a scorecard: five checks, each good, fair or poor, with the number behind it.\
            """));
  }

  private static Prompt prompt(
      String name, String description, List<Argument> arguments, String text) {
    return new Prompt(name, description, arguments, text);
  }

  private static Argument argument(
      String name, String description, String defaultValue, Kind completed) {
    return new Argument(name, description, defaultValue, Optional.of(completed));
  }
}
