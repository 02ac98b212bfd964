package dev.mixpaneldata.operation;

/** The request of an operation that takes no parameters. */
public record NoArguments() {}
