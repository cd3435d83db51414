/** Whether a request's body can be read as a form. It is read from a copy. */
export const isForm = (request: Request): Promise<boolean> =>
  request
    .clone()
    .formData()
    .then(
      () => true,
      () => false,
    );
