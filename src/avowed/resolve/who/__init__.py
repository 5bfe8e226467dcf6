"""Who is who over all reports: what each occurrence stands for, which are one, how decisions bear on it. Pure."""
