import type { FormInputJson, IntakeInfo, IntakePlace, IntakeProgress, IntakeReport, IntakeSimilar, IntakeWay, ProblemDocument, PublicationJson, Words } from '@bihuan/adapters/http';

// What crosses the wire; types alone.
export type { IntakeInfo, IntakePlace, IntakeProgress, IntakeReport, IntakeSimilar, IntakeWay, ProblemDocument, Words };
export type FormInput = FormInputJson;
export type Publication = PublicationJson;
