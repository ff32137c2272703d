/** Application roles of the Defender XDR API that allow reading incidents; any one of them is enough. */
export const INCIDENT_READ_ROLES: readonly string[] = ['Incident.Read.All', 'Incident.ReadWrite.All'];
