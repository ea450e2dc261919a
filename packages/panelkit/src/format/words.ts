/** An id as it is read: "leak_prefill" is "leak prefill". */
export const words = (id: string): string => id.replaceAll('_', ' ');
