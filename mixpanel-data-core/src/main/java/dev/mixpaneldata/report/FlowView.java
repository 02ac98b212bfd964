package dev.mixpaneldata.report;

/** What Mixpanel's flows show. Local tables compute all of it, and order the answer by it. */
public enum FlowView {
  /** The users who went from each event to the next. */
  GRAPH,
  /** The most common whole paths. */
  PATHS,
  /** The branches of all paths, from their first events on. */
  TREE
}
