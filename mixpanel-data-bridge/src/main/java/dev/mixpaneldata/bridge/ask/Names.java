package dev.mixpaneldata.bridge.ask;

import java.util.List;

/** The real names of a project that a question can mean. */
record Names(List<String> events, List<String> properties) {}
